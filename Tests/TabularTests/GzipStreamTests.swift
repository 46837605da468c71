import CZlib
import Testing

@testable import Tabular

struct GzipStreamTests {
  /// Packs bytes as gzip does.
  private func packed(_ bytes: [UInt8]) -> [UInt8] {
    var stream = unsafe z_stream()
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count + 1024)
    var count = 0
    unsafe input.withUnsafeMutableBufferPointer { from in
      unsafe output.withUnsafeMutableBufferPointer { to in
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        unsafe deflateInit2_(
          &stream,
          6,
          Z_DEFLATED,
          15 + 16,
          8,
          Z_DEFAULT_STRATEGY,
          ZLIB_VERSION,
          size
        )
        unsafe stream.next_in = from.baseAddress
        unsafe stream.avail_in = UInt32(from.count)
        unsafe stream.next_out = to.baseAddress
        unsafe stream.avail_out = UInt32(to.count)
        unsafe deflate(&stream, Z_FINISH)
        count = unsafe Int(stream.total_out)
        unsafe deflateEnd(&stream)
      }
    }
    return Array(output.prefix(count))
  }

  private let rows = (0..<50_000).map { "\($0),\($0 % 11)\n" }.joined()

  @Test func `unpacks a file while it is read`() throws {
    let told = try Told(bytes: packed(Array(("id,score\n" + rows).utf8)))
    #expect(told.records.count == 50_000)
    #expect(told.records.last == ["49999", "4"] && told.lines.last == 50_001)
  }

  @Test func `joins members and passes over the padding behind them`() throws {
    let members = packed(Array("id,score\n1,9\n".utf8)) + packed(Array("2,10\n".utf8))
    let told = try Told(bytes: members + [0, 0, 0, 0])
    #expect(told.records == [["1", "9"], ["2", "10"]])
  }

  @Test func `refuses a file that is cut off or damaged`() throws {
    let whole = packed(Array(("id,score\n" + rows).utf8))
    let cut = #expect(throws: TabularError.self) {
      try Told(bytes: Array(whole.dropLast(20)))
    }
    #expect(cut?.reason.contains("cut off") == true)
    var damaged = whole
    damaged[whole.count - 6] ^= 0xFF
    let error = #expect(throws: TabularError.self) { try Told(bytes: damaged) }
    #expect(error?.reason.contains("damaged") == true)
  }

  @Test func `goes on from a place within what is packed`() throws {
    let file = try TemporaryFile(packed(Array(("id,score\n" + rows).utf8)))
    var reader = TabularReader(try TabularFile(path: file.path))
    for _ in 0..<40_000 { _ = try reader.next() }
    var later = try TabularReader(path: file.path, from: reader.position)
    #expect(try later.next() == .record)
    #expect(later.text(0) == "39999" && later.line == 40_001)
  }
}
