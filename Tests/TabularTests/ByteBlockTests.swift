import Testing

@testable import Tabular

struct ByteBlockTests {
  @Test func `answers about sixty-four bytes as asking them one by one would`() {
    var random = SeededNumbers(seed: 1)
    let bounds: [UInt8] = [0x90, 0xA0, 0xC0, 0xC2, 0xE0, 0xF0, 0xF5]
    for round in 0..<500 {
      let top: UInt8 = round % 3 == 0 ? 0x7F : 0xFF
      let bytes = (0..<64).map { _ in
        UInt8.random(in: round % 5 == 0 ? 0...top : 1...top, using: &random)
      }
      let block = unsafe bytes.withUnsafeBytes { unsafe ByteBlock(loading: $0.baseAddress!) }
      let wanted = bytes[Int.random(in: 0..<64, using: &random)]
      #expect(block.mask(of: wanted) == mask(bytes) { $0 == wanted })
      #expect(block.highMask == mask(bytes) { $0 >= 0x80 })
      #expect(block.isASCII == bytes.allSatisfy { $0 < 0x80 })
      #expect(block.hasNUL == bytes.contains(0))
      for bound in bounds {
        #expect(block.highMask(below: bound) == mask(bytes) { $0 >= 0x80 && $0 < bound })
      }
    }
  }

  private func mask(_ bytes: [UInt8], _ test: (UInt8) -> Bool) -> UInt64 {
    bytes.enumerated().reduce(0) { $0 | (test($1.element) ? 1 << UInt64($1.offset) : 0) }
  }
}

struct TextCheckTests {
  /// Pieces that are, or are nearly, characters of UTF-8.
  private static let pieces: [[UInt8]] = [
    Array("a".utf8), Array("ệ".utf8), Array("م".utf8), Array("é".utf8), Array("😀".utf8),
    Array("\u{FFFF}".utf8), Array("\u{10FFFF}".utf8), Array("\u{800}".utf8),
    Array(repeating: 0x20, count: 50), [0xC0, 0x80], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
    [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE9], [0x80],
    [0xE1, 0xBB], [0xF0, 0x9F, 0x98], [0xFF],
  ]

  @Test func `finds broken text exactly where Swift's own decoder does`() {
    var random = SeededNumbers(seed: 2)
    for round in 0..<1500 {
      let kinds = round % 2 == 0 ? 9 : Self.pieces.count
      let bytes = (0..<Int.random(in: 0...60, using: &random)).flatMap { _ in
        Self.pieces[Int.random(in: 0..<kinds, using: &random)]
      }
      let isText = String(validating: bytes, as: UTF8.self) != nil
      #expect((TextCheck.firstFault(in: bytes.span, from: 0, to: bytes.count) == nil) == isText)
      var index = RecordIndex()
      let padded = bytes + repeatElement(0x20, count: RecordIndex.padding)
      index.index(
        padded,
        .init(start: 0, end: bytes.count, isLast: true, delimiter: UInt8(ascii: ","))
      )
      #expect(index.isBrokenText == !isText, "\(bytes)")
    }
  }

  @Test func `says where the first broken byte is`() {
    let bytes = Array("ab ".utf8) + [0xE9, 0x20]
    #expect(TextCheck.firstFault(in: bytes.span, from: 0, to: bytes.count) == 3)
  }
}
