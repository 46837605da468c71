import Testing

@testable import Tabular

/// What a reader gives, in one value to compare.
struct Told: Equatable {
  var records: [[String]] = []
  var lines: [Int] = []
  var rejected: [RejectedLine] = []

  init(_ reader: consuming TabularReader) throws {
    while true {
      switch try reader.next() {
      case .end: return
      case .rejected(let line): rejected.append(line)
      case .record:
        records.append((0..<reader.header.count).map { reader.text($0) })
        lines.append(reader.line)
      }
    }
  }

  init(path: String) throws { try self.init(TabularReader(TabularFile(path: path))) }

  init(_ text: String) throws { try self.init(bytes: Array(text.utf8)) }

  init(bytes: [UInt8]) throws {
    let file = try TemporaryFile(bytes)
    try self.init(path: file.path)
  }
}

struct TabularReaderTests {
  @Test func `reads plain records with their lines`() throws {
    let told = try Told("id,score\n1,9\n2,10\n")
    #expect(told.records == [["1", "9"], ["2", "10"]])
    #expect(told.lines == [2, 3])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `takes every kind of line break, also after the last line or not`(lineBreak: String) throws {
    let text = ["a,b", "1,\"x\(lineBreak)y\"", "", "2,z"].joined(separator: lineBreak)
    for end in ["", lineBreak] {
      let told = try Told(text + end)
      #expect(told.records == [["1", "x\(lineBreak)y"], ["2", "z"]])
      #expect(told.lines == [2, 5])
    }
  }

  @Test func `takes off quotation marks and makes doubled ones single`() throws {
    let told = try Told("a,b\n\"say \"\"hello\"\", she said\",\"\"\n\"\"\"\",12\" screen\n")
    #expect(told.records == [["say \"hello\", she said", ""], ["\"", "12\" screen"]])
  }

  @Test func `leaves out ragged lines and says which and why`() throws {
    let told = try Told("a,b\n1\n1,2\n\"x\ny\",2\n1,2,3\n\"x\"y,2\n")
    #expect(told.records == [["1", "2"], ["x\ny", "2"]])
    #expect(told.rejected.map(\.line) == [2, 6, 7])
    #expect(told.rejected[0].reason == "1 field, where the header has 2")
    #expect(told.rejected[1].reason == "3 fields, where the header has 2")
    #expect(told.rejected[2].reason.contains("text after a closing quotation mark"))
  }

  @Test func `an opened quotation mark that is never closed is a line left out`() throws {
    let told = try Told("a,b\n1,2\n\"x,2\n3,4\n")
    #expect(told.records == [["1", "2"]])
    #expect(told.rejected.map(\.line) == [3])
  }

  @Test func `a line with a NUL byte is left out`() throws {
    let told = try Told("a,b\n1,\u{0}2\n3,4\n")
    #expect(told.records == [["3", "4"]])
    #expect(told.rejected == [RejectedLine(line: 2, reason: "a NUL byte, which no text has")])
  }

  @Test(arguments: [",", ";", "\t"])
  func `recognises the delimiter, whatever quoted fields hold`(delimiter: String) throws {
    let text =
      ["\"a,;\t,,;;\"", "b", "c"].joined(separator: delimiter) + "\n"
      + ["1,5", "\"x;y\"", "\"\t\t\""].map { "\"\($0.filter { $0 != "\"" })\"" }
      .joined(separator: delimiter) + "\n"
    let told = try Told(text)
    #expect(told.records == [["1,5", "x;y", "\t\t"]])
  }

  @Test func `a delimiter within quotes does not count, however often it stands there`() throws {
    let told = try Told("\"Name\";\"Score, 0-10\";\"Why, if you like, and how\"\n")
    #expect(told.records == [] && told.rejected == [])
    let rows = try Told("\"a\",\"b;c;d\"\n\"e\",\"f;g;h\"\n")
    #expect(rows.records == [["e", "f;g;h"]])
  }

  @Test func `a single column needs no delimiter`() throws {
    #expect(try Told("score\n9\n\n10\n").records == [["9"], ["10"]])
  }

  @Test func `an empty file is refused, a header alone is no error`() throws {
    for text in ["", "\n\n", "\u{FEFF}"] {
      let error = #expect(throws: TabularError.self) { try Told(text) }
      #expect(error?.reason.contains("the file is empty") == true)
    }
    for text in ["a,b", "a,b\n", "\u{FEFF}a,b\r\n"] { #expect(try Told(text).records == []) }
  }

  @Test func `a file that is not there is refused with its name`() {
    let error = #expect(throws: TabularError.self) { try Told(path: "/nowhere/answers.csv") }
    #expect(error?.description.hasPrefix("/nowhere/answers.csv: cannot be opened") == true)
  }

  @Test func `reports columns without a name or with the same`() throws {
    let file = try TemporaryFile(",id,id,score\n1,2,3,9\n")
    let header = try TabularFile(path: file.path).form.header
    #expect(header.oddities == ["column 1 has no name", "2 columns are named “id”"])
    #expect(try header.column(named: "score") == 3)
    #expect(throws: Header.UnknownColumn.self) { try header.column(named: "id") }
    let error = #expect(throws: Header.UnknownColumn.self) { try header.column(named: "rating") }
    #expect(error?.description.contains("the columns are “id”, “id”, “score”") == true)
  }

  @Test func `goes on from a place it had come to`() throws {
    let rows = (0..<20_000).map { "\($0),\"x\ny\"\n" }.joined()
    for mark in ["", "\u{FEFF}"] {
      let file = try TemporaryFile(mark + "id,text\n" + rows)
      var reader = TabularReader(try TabularFile(path: file.path))
      for _ in 0..<12_345 { #expect(try reader.next() == .record) }
      let position = reader.position
      #expect(position.line == 12_344 * 2 + 2)
      var later = try TabularReader(path: file.path, from: position)
      #expect(try later.next() == .record)
      #expect(later.text(0) == "12344" && later.line == position.line)
      #expect(later.position == position)
      #expect(try Told(later).records.count == 20_000 - 12_345)
    }
  }
}
