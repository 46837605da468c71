/// A table drawn by chance, and the text of a file that holds it, every mark in its place.
struct WrittenTable {
  private(set) var header: [String] = []
  private(set) var records: [[String]] = []

  /// UTF-8, without a byte order mark.
  private(set) var text = ""

  /// The physical line on which each record starts.
  private(set) var lines: [Int] = []

  private let delimiter: String
  private let lineBreaks: [String]
  private let quotesAll: Bool

  init(_ chance: inout FuzzChance) {
    delimiter = chance.one(of: Self.delimiters)
    lineBreaks =
      chance.once(in: 4) ? ["\n", "\r\n", "\r"] : [chance.one(of: ["\n", "\r\n", "\r"])]
    quotesAll = chance.once(in: 5)
    let columns = chance.once(in: 200) ? 150 : chance.number(in: 1...6)
    let count = chance.once(in: 60) ? 150 : chance.number(in: 0...9)
    header = (0..<columns).map { _ in FieldChance.text(&chance) }
    // A bare name and then one that starts with another file's delimiter can be read two ways.
    let others = Self.delimiters.filter { $0 != delimiter }
    if !quotesAll {
      header = header.map { name in
        String(name.unicodeScalars.filter { !others.contains(String($0)) })
      }
    }
    // At the start of a file it would be the file's own mark.
    if header[0].unicodeScalars.first == "\u{FEFF}" { header[0] = "mark" }
    var starts: [Int] = []
    write(header, &chance)
    for _ in 0..<count {
      end(&chance)
      let record = (0..<columns).map { _ in FieldChance.text(&chance) }
      starts.append(text.utf8.count)
      records.append(record)
      write(record, &chance)
    }
    if chance.once(in: 2) { end(&chance) }
    lines = Self.lines(at: starts, of: Array(text.utf8))
  }

  private mutating func write(_ record: [String], _ chance: inout FuzzChance) {
    for (column, field) in record.enumerated() {
      if column > 0 { text += delimiter }
      if quotesAll || chance.once(in: 9) || mustQuote(field, isAlone: record.count == 1) {
        text += "\""
        for scalar in field.unicodeScalars {
          text.unicodeScalars.append(scalar)
          if scalar == "\"" { text += "\"" }
        }
        text += "\""
      } else {
        text += field
      }
    }
  }

  /// All delimiters that are looked for count, so that the file has one meaning. A quotation mark
  /// behind the first letter is a letter itself; a line of nothing is blank.
  private func mustQuote(_ field: String, isAlone: Bool) -> Bool {
    field.utf8.contains { Self.marks.contains($0) } || field.utf8.first == UInt8(ascii: "\"")
      || (isAlone && field.isEmpty)
  }

  private static let delimiters = [",", ";", "\t"]
  private static let marks = Array(",;\t\n\r".utf8)

  /// Ends a line, sometimes with blank ones behind it.
  private mutating func end(_ chance: inout FuzzChance) {
    text += chance.one(of: lineBreaks)
    while chance.once(in: 12) { text += chance.one(of: lineBreaks) }
  }

  private static func lines(at starts: [Int], of bytes: [UInt8]) -> [Int] {
    var line = 1
    var place = 0
    return starts.map { start in
      while place < start {
        let isReturn =
          bytes[place] == 0x0D && (place + 1 == bytes.count || bytes[place + 1] != 0x0A)
        if bytes[place] == 0x0A || isReturn { line += 1 }
        place += 1
      }
      return line
    }
  }
}

/// What stands in fields: scores, days, names, and marks where they hurt.
enum FieldChance {
  static func text(_ chance: inout FuzzChance) -> String {
    switch chance.below(8) {
    case 0, 1: return String(chance.number(in: -2...120))
    case 2: return chance.one(of: whole)
    case 3: return ""
    default: break
    }
    if chance.once(in: 40_000) {
      return String(repeating: chance.one(of: ["x", "dài ", "\"", "\n"]), count: 1 << 16)
    }
    var text = ""
    for _ in 0..<chance.number(in: 1...5) { text += chance.one(of: pieces) }
    return text
  }

  private static let whole = [
    "2026-11-23", "23/11/2026", "11/23/2026", "1/2/26", "1405/09/02", "2026-11-23T10:00",
    "20261123",
    "9.0", "7.5", "1e3", "-0.25", ".5", "5.", ".", "1,5", "NA", "n/a", "۹", "٧", "۱۴۰۵/۰۹/۰۲",
    "=1+1",
    "12345678901234567890", "0.1234567890123456789", "1e999", "nan", "inf", "100", "101", "007",
  ]

  private static let pieces = [
    "a", "B", "9", "0", " ", "  ", "\"", "\"\"", ",", ";", "\t", "\n", "\r", "\r\n", "\n\n", "dài",
    "خوب", "\u{200C}", "👩‍👩‍👧", "e\u{301}", "é", "\u{A0}", "\u{2028}", "\u{85}", "\u{FEFF}", "\u{7F}",
    "\u{1}",
    "a value of more than sixteen bytes", "'", "\\", "\\\"", "x,y;z", "𝟗", "\u{10FFFF}",
  ]
}
