import Foundation
import Testing

@testable import Tabular

struct WritingTests {
  @Test func `text that looks like a formula stays text, and numbers stay numbers`() {
    var bytes: [UInt8] = []
    let texts = ["=1+1", "+cmd", "-3", "-x", "@a", "\tx", "plain", "a,\"b\"", "two\nlines"]
    CSVLine.append(texts.map { .text($0) } + [.number(-5), .empty], to: &bytes)
    let line = String(decoding: bytes, as: UTF8.self)
    #expect(
      line == "'=1+1,'+cmd,-3,'-x,'@a,'\tx,plain,\"a,\"\"b\"\"\",\"two\nlines\",-5,\r\n"
    )
  }

  @Test func `a spreadsheet is finished, and a text too long for a cell is cut`() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    let sheet = try Spreadsheet(path: file.path, head: ["a", "b"])
    try sheet.append([.text("=1+1\u{1}"), .number(3)])
    try sheet.append([.text(String(repeating: "خ", count: 40_000)), .empty])
    try await sheet.close()
    #expect(try Data(contentsOf: file).prefix(2) == Data("PK".utf8))
  }

  @Test func `a spreadsheet that cannot be written says so`() async throws {
    let sheet = try Spreadsheet(path: "/nowhere/at/all.xlsx", head: ["a"])
    await #expect(throws: Spreadsheet.Failure.self) { try await sheet.close() }
  }
}
