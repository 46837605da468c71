/// Comments as nobody should write them, and as some do.
struct OddComment {
  let bytes: [UInt8]

  /// Words of three languages beside what breaks readers.
  private static let pieces = [
    "good", "rude", "waited", "not", "don't", "but", "soooo", "giá", "nhân viên", "không", "ko",
    "hoà", "nha\u{302}n", "tệ", "غذا", "می‌خواهم", "كتاب", "خیلی", "ولی", "بد", "۱۲۳",
    "0912 345 678",
    "a@b.example", "http://x.example/@me", "@brand", "#tag", "<b>", "&amp;", "&#x202e;", ":-)",
    "👎🏽", "👨‍👩‍👧", "🇻🇳", "\u{200B}", "\u{200C}", "\u{200D}", "\u{202E}", "\u{2066}", "\u{FEFF}",
    "\u{AD}", "\u{301}", "\u{64B}", "ـــ", "с", "о", "ｆｕｌｌ", "𝐛𝐨𝐥𝐝", "ﷺ", "각", "ก็", "\0", "\r\n",
    "\u{2028}", "!!!", "…", ",", ";", "(", ")", "\"", "%", "€", "9,99", "1.000.000",
  ]

  init(_ chance: inout FuzzChance) {
    var bytes: [UInt8] = []
    if chance.once(in: 40) {
      bytes = Array(
        repeatElement(Array(chance.one(of: Self.pieces).utf8), count: chance.below(3_000)).joined()
      )
    } else {
      for _ in 0..<chance.below(30) {
        bytes += Array(chance.one(of: Self.pieces).utf8)
        if !chance.once(in: 4) { bytes.append(0x20) }
      }
    }
    if chance.once(in: 4), !bytes.isEmpty {
      for _ in 0..<chance.number(in: 1...3) {
        bytes[chance.below(bytes.count)] = UInt8(chance.below(256))
      }
    }
    self.bytes = bytes
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
