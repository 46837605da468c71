import CXText
import Testing

struct ReadingFuzzTests {
  /// Pieces that meet each other where reading is delicate.
  static let pieces = [
    "a", "Z", "é", "ò", "a", "e", "đ", "\u{301}", "\u{323}", "\u{200C}", "\u{200D}", "\u{200B}",
    "\u{200F}", "\u{FE0F}", "'", "’", "\u{FFFD}", "t", "n", "don", "ko", "nv", "می", "ها", "ی", "ـ",
    "\u{654}", "0", "۱", "09", "1234567", "+84", "@", ".", "com", "://", "http", "www", "#", "<",
    ">",
    "/b", "&amp;", "&#39;", "&#x301;", "&", ";", ":", ")", "(", "D", "T_", "😍", "🏽", "🇻", "👩", "♀",
    "©", "‼", "ไ", "ำ", "क", "्", "ष", "각", "ᄀ", "ᅡ", "\u{600}", "\u{D4E}", "\r", "\n", " ", " ",
    "  ",
    "ｆ", "𝐛", "с", "ο", "Ⓜ", "ℹ", "ﷺ", "İ", "\u{1F170}", "\u{E0067}", "\u{E007F}", "\u{0}", "_",
  ]

  private func check(_ bytes: [UInt8]) {
    var read = ReadComment()
    CommentReader().read(bytes.span, into: &read)
    #expect(String(validating: read.bytes, as: UTF8.self) != nil)
    let text = String(decoding: bytes, as: UTF8.self)
    var boundaries: Set<Int> = [bytes.count]
    if Array(text.utf8) == bytes {
      var place = 0
      for character in text {
        boundaries.insert(place)
        place += character.utf8.count
      }
    }
    var end = 0
    var form = 1
    for word in read.words {
      #expect(word.source.lowerBound >= end && word.source.upperBound <= bytes.count)
      #expect(!word.source.isEmpty && !word.form.isEmpty)
      #expect(word.form.lowerBound == form)
      #expect(read.bytes[word.form.upperBound] == 0x20 && read.bytes[form - 1] == 0x20)
      if boundaries.count > 1 {
        let isWhole = boundaries.isSuperset(of: [word.source.lowerBound, word.source.upperBound])
        #expect(isWhole, "\(String(reflecting: text)) \(word.source)")
      }
      end = word.source.upperBound
      form = word.form.upperBound + 1
    }
    #expect(read.bytes.count == form)
  }

  @Test(arguments: 0..<8) func `keeps its promises on bytes by chance`(seed: UInt64) {
    var numbers = RepeatableNumbers(state: seed)
    for _ in 0..<500 {
      check(
        (0..<Int.random(in: 0...40, using: &numbers)).map { _ in numbers.next() }.map {
          UInt8(truncatingIfNeeded: $0)
        }
      )
    }
  }

  @Test(arguments: 0..<8) func `keeps its promises on scalars by chance`(seed: UInt64) {
    var numbers = RepeatableNumbers(state: seed &+ 100)
    let tops: [UInt32] = [0x7F, 0x24F, 0x6FF, 0x1FFF, 0x2FFF, 0xFFFF, 0x1FFFF, 0xE0FFF]
    for _ in 0..<500 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...24, using: &numbers) {
        let top = tops.randomElement(using: &numbers) ?? 0
        let value = UInt32.random(in: 0...top, using: &numbers)
        text.append(Unicode.Scalar(value) ?? " ")
      }
      check(Array(String(text).utf8))
    }
  }

  @Test(arguments: 0..<8) func `keeps its promises on delicate pieces`(seed: UInt64) {
    var numbers = RepeatableNumbers(state: seed &+ 200)
    for round in 0..<1_500 {
      let text = (0..<Int.random(in: 1...12, using: &numbers)).compactMap { _ in
        Self.pieces.randomElement(using: &numbers)
      }.joined()
      let bytes = Array(text.utf8)
      check(round % 3 == 0 ? Array(bytes.dropLast(Int.random(in: 0...3, using: &numbers))) : bytes)
    }
  }

  @Test(arguments: [
    "Nhân viên rất nhiệt tình hoà thuý quá", "the driver was not good and i am sad",
    "غذا می\u{200C}رود خیلی عالی بود کتاب\u{200C}ها", "máy không dùng được gì, pin 00 %",
  ])
  func `reads a normal form as itself`(comment: String) {
    #expect(forms(forms(comment)) == forms(comment))
  }
}
