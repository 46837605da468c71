import Testing

@testable import Tabular

struct TabularLimitsTests {
  /// Gives a header, then the same byte for as long as is asked.
  private final class EndlessLine: ByteStream {
    private var left: Int
    private let byte: UInt8

    init(of byte: UInt8, count: Int) {
      self.byte = byte
      left = count
    }

    func read(into bytes: inout [UInt8], from start: Int, room: Int) throws(TabularError) -> Int {
      let count = min(room, left)
      bytes.replaceSubrange(start..<start + count, with: repeatElement(byte, count: count))
      left -= count
      return count
    }
  }

  @Test(arguments: ["x", "\"", "ệ"])
  func `refuses a hundred million bytes on one line without holding them`(letter: String) throws {
    let byte = Array(letter.utf8)[0]
    let line = EndlessLine(of: letter == "ệ" ? UInt8(ascii: "y") : byte, count: 100_000_000)
    var scanner = RecordScanner(line, file: "long.csv", delimiter: UInt8(ascii: ","))
    let error = #expect(throws: TabularError.self) { _ = try scanner.advance() }
    #expect(error?.reason.contains("recordBytesMax") == true)
    #expect(error?.reason.contains("16777216 bytes") == true)
    #expect(scanner.window.bytes.count <= TabularLimits.recordBytesMax + RecordIndex.padding)
  }

  @Test func `refuses a hundred million fields on one line without noting them`() throws {
    let line = EndlessLine(of: UInt8(ascii: ","), count: 100_000_000)
    var scanner = RecordScanner(line, file: "wide.csv", delimiter: UInt8(ascii: ","))
    let error = #expect(throws: TabularError.self) { _ = try scanner.advance() }
    #expect(error?.reason.contains("columnsMax") == true)
    #expect(scanner.window.index.fieldEnds.count <= 1 << 18)
  }

  @Test func `takes a comment of a million letters, and leaves out one beyond its limit`() throws {
    let comment = String(repeating: "ệ", count: 1_000_000)
    let tooLong = String(repeating: "x", count: TabularLimits.fieldBytesMax + 1)
    let told = try Told("id,text\n1,\"\(comment)\"\n2,\(tooLong)\n3,z\n")
    #expect(told.records.map(\.[1].count) == [1_000_000, 1])
    #expect(told.rejected.map(\.line) == [3])
    #expect(told.rejected.first?.reason.contains("fieldBytesMax") == true)
  }

  @Test func `refuses a header that is too wide`() throws {
    let header = (0...TabularLimits.columnsMax).map { "c\($0)" }.joined(separator: ",")
    let error = #expect(throws: TabularError.self) { try Told(header + "\n") }
    #expect(error?.reason.contains("columnsMax") == true)
  }

  @Test func `lists so many rejected lines and counts the others`() {
    var rejections = Rejections()
    for line in 0..<5000 { rejections.add(line: line, reason: "ragged") }
    #expect(rejections.lines.count == TabularLimits.rejectedLinesListedMax)
    #expect(rejections.count == 5000 && rejections.unlisted == 4000)
    var earlier = Rejections()
    earlier.add(line: 3, reason: "ragged")
    earlier.append(rejections, linesBefore: 10)
    #expect(earlier.lines.map(\.line).prefix(3) == [3, 10, 11])
    #expect(earlier.count == 5001 && earlier.lines.count == TabularLimits.rejectedLinesListedMax)
  }
}
