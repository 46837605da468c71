import Testing

@testable import Tabular

struct TextEncodingTests {
  private static let text = "id,lời\n1,\"khá, 😀 خوب\"\n"
  private static let records = [["1", "khá, 😀 خوب"]]

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  @Test func `passes over the byte order mark of UTF-8`() throws {
    #expect(try Told("\u{FEFF}" + Self.text).records == Self.records)
  }

  @Test(arguments: [true, false], [true, false])
  func `reads UTF-16 with a mark and without`(bigEndian: Bool, marked: Bool) throws {
    let text = (marked ? "\u{FEFF}" : "") + Self.text
    #expect(try Told(bytes: utf16(text, bigEndian: bigEndian)).records == Self.records)
  }

  @Test func `reads UTF-16 of any length, also where characters cross its buffer`() throws {
    let rows = (0..<20_000).map { "\($0),\($0 % 3 == 0 ? "😀" : "خوب")\n" }.joined()
    let told = try Told(bytes: utf16("\u{FEFF}a,b\n" + rows, bigEndian: false))
    #expect(told.records.count == 20_000 && told.rejected.isEmpty)
    #expect(told.records[18] == ["18", "😀"])
  }

  @Test func `refuses half a character of UTF-16 with its line`() throws {
    let bytes =
      utf16("\u{FEFF}a,b\n1,", bigEndian: false) + [0x00, 0xD8] + utf16("x\n", bigEndian: false)
    let error = #expect(throws: TabularError.self) { try Told(bytes: bytes) }
    #expect(error?.line == 2 && error?.reason.contains("half a character") == true)
  }

  @Test func `refuses Latin-1 by name and line`() throws {
    let bytes = Array("id,text\n1,good\n2,caf".utf8) + [0xE9] + Array("\n".utf8)
    let error = #expect(throws: TabularError.self) { try Told(bytes: bytes) }
    #expect(error?.line == 3)
    #expect(error?.reason.contains("not UTF-8 (byte 0xE9), probably Latin-1") == true)
  }

  @Test(arguments: [
    ([0x50, 0x4B, 0x03, 0x04], "Excel workbook"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd"),
    ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"),
  ])
  func `refuses what is no text by name`(bytes: [UInt8], name: String) throws {
    let error = #expect(throws: TabularError.self) { try Told(bytes: bytes + [0, 0, 0, 0]) }
    #expect(error?.reason.contains(name) == true)
  }
}
