import CXMetrics
import Kernel
import Tabular

/// Numbers of chosen columns, read row by row at constant memory.
struct AnswerRows: Sendable {
  /// The file's name as it was given.
  let file: String

  /// Rows that were read, those left out included.
  private(set) var count = 0
  private(set) var rejections = Rejections()

  /// What a reader should know before trusting the figures.
  let remarks: [String]

  /// Reads numbers from a file to its end.
  ///
  /// A cell that is empty or says that there is nothing is nil; one that is no number is NaN, which
  /// is on no scale.
  ///
  /// - Parameters:
  ///   - choose: the places of the columns.
  ///   - take: takes the cells of a row, in the order of the columns.
  init(
    _ path: String,
    choose: (Header) throws -> [Int],
    take: ([Double?]) throws -> Void
  ) throws {
    var numbers: [Double?] = []
    try self.init(
      path,
      choose: choose,
      takeTexts: { cells in
        numbers.removeAll(keepingCapacity: true)
        for cell in cells { numbers.append(Self.number(cell)) }
        try take(numbers)
      }
    )
  }

  /// Reads texts from a file to its end.
  init(
    _ path: String,
    choose: (Header) throws -> [Int],
    takeTexts take: ([String]) throws -> Void
  ) throws {
    var reader = TabularReader(try TabularFile(path: path))
    file = reader.form.name
    remarks = reader.header.oddities
    let columns = try choose(reader.header)
    var cells = [String](repeating: "", count: columns.count)
    while true {
      switch try reader.next() {
      case .end: return
      case .rejected(let line):
        count += 1
        rejections.add(line: line.line, reason: line.reason)
      case .record:
        count += 1
        for (place, column) in columns.enumerated() { cells[place] = reader.text(column) }
        do {
          try take(cells)
        } catch let refusal as MetricRefusal {
          rejections.add(line: reader.line, reason: refusal.description)
        } catch let second as NamedNumbers.SecondValue {
          rejections.add(line: reader.line, reason: second.description)
        }
      }
    }
  }

  static func number(_ text: String) -> Double? {
    let plain = text.plainFieldBytes
    if FieldNumbers.isMissing(plain) { return nil }
    guard let number = Double(String(decoding: plain, as: UTF8.self)), number.isFinite else {
      return .nan
    }
    return number
  }

  /// What every command says of the file it read.
  var json: JSONObject {
    var object: JSONObject = [
      "rows": .count(count),
      "rejected": .array(
        rejections.lines.map { ["line": .count($0.line), "reason": .string($0.reason)] }
      ),
    ]
    if rejections.unlisted > 0 { object["rejected_more"] = .count(rejections.unlisted) }
    return object
  }
}

/// Lists as they are typed on a command line.
enum TypedList {
  /// `a, b,c` as its parts.
  static func names(_ text: String) -> [String] {
    text.split(separator: ",").map { String($0.trimming { $0 == " " }) }
  }

  /// `1,4-6` as whole numbers.
  static func numbers(_ text: String) throws(WrongUsage) -> [Int] {
    let widest = 10_000
    var numbers: [Int] = []
    for part in names(text) {
      let ends = part.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        .map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, first >= 0, first <= last,
        last - first < widest
      else { throw WrongUsage(reason: "“\(text)” is no list of numbers such as 1,4-6") }
      numbers += first...last
    }
    return numbers
  }

  /// `name=value`, split at the first equals sign.
  static func named(_ text: String) throws(WrongUsage) -> (name: String, value: String) {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      throw WrongUsage(reason: "“\(text)” has another form than NAME=VALUE")
    }
    return (String(text[..<equals]), String(text[text.index(after: equals)...]))
  }
}

extension StringProtocol {
  fileprivate func trimming(_ isSpace: (Character) -> Bool) -> SubSequence {
    var trimmed = self[...]
    while let first = trimmed.first, isSpace(first) { trimmed = trimmed.dropFirst() }
    while let last = trimmed.last, isSpace(last) { trimmed = trimmed.dropLast() }
    return trimmed
  }
}
