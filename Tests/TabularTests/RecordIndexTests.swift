import Testing

@testable import Tabular

struct RecordIndexTests {
  private static let alphabet = Array(",,;\"\"\"\n\n\r\r\n ab9é\u{0}".utf8)

  private func index(_ text: [UInt8], isLast: Bool, carefully: Bool) -> RecordIndex {
    var index = RecordIndex()
    let padded = text + repeatElement(0x20, count: RecordIndex.padding)
    index.index(
      padded,
      .init(start: 0, end: text.count, isLast: isLast, delimiter: UInt8(ascii: ",")),
      carefully: carefully
    )
    return index
  }

  private func expectSame(_ text: [UInt8], isLast: Bool) {
    let fast = index(text, isLast: isLast, carefully: false)
    let careful = index(text, isLast: isLast, carefully: true)
    let shown = String(decoding: text, as: UTF8.self).debugDescription
    #expect(fast.recordEnds == careful.recordEnds, "\(shown)")
    let count = Int(careful.recordEnds.last ?? 0)
    #expect(fast.fieldEnds.prefix(count) == careful.fieldEnds.prefix(count), "\(shown)")
    #expect(fast.faults.map(\.record) == careful.faults.map(\.record), "\(shown)")
    #expect(fast.wholeQuotedBreaks == careful.wholeQuotedBreaks, "\(shown)")
    #expect(fast.hasNUL == careful.hasNUL && careful.hasNUL == text.contains(0))
  }

  @Test func `the fast scan finds what the careful one finds, in text of any kind`() {
    var random = SeededNumbers(seed: 3)
    for _ in 0..<5_000 {
      let length = Int.random(in: 0...200, using: &random)
      let text = (0..<length).map { _ in Self.alphabet.randomElement(using: &random) ?? 0 }
      expectSame(text, isLast: Bool.random(using: &random))
    }
  }

  @Test func `the fast scan finds what the careful one finds, in well-formed text`() {
    var random = SeededNumbers(seed: 4)
    let fields = ["", "a", "9", "\"\"", "\"a,b\"", "\"a\nb\"", "\"say \"\"hello\"\" \"", "dài"]
    let breaks = ["\n", "\r\n", "\r"]
    for round in 0..<3000 {
      let lineBreak = breaks[round % 3]
      let lines = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        (0..<4).map { _ in fields.randomElement(using: &random) ?? "" }.joined(separator: ",")
      }
      let text = Array(lines.joined(separator: lineBreak).utf8)
      expectSame(text, isLast: true)
      let fast = index(text, isLast: true, carefully: false)
      #expect(fast.recordEnds.count == (text.isEmpty ? 0 : lines.count))
      #expect(fast.faults.isEmpty)
    }
  }

  @Test func `text after a closing quotation mark is a fault of its record alone`() {
    let index = index(Array("a,b\n\"x\"y,2\nc,d\n".utf8), isLast: true, carefully: false)
    #expect(index.recordEnds == [2, 4, 6])
    #expect(index.fault(of: 1) == .textAfterQuote)
    #expect(index.fault(of: 0) == nil && index.fault(of: 2) == nil)
  }

  @Test func `a quotation mark within a plain field is a letter`() {
    let index = index(Array("12\" screen,b\nc,d\n".utf8), isLast: true, carefully: false)
    #expect(index.recordEnds == [2, 4])
    #expect(index.faults.isEmpty)
  }

  @Test func `a quotation mark that is never closed is a fault`() {
    let index = index(Array("a,b\n\"x,2\nc,d\n".utf8), isLast: true, carefully: false)
    #expect(index.fault(of: 1) == .neverClosed)
  }
}
