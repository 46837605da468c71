/// The vowels of Vietnamese with their tones.
enum VietnameseTones {
  /// Each vowel without a tone and with the five: falling, rising, asking, broken, heavy.
  private static let vowels: [[Unicode.Scalar]] = [
    ["a", "à", "á", "ả", "ã", "ạ"], ["ă", "ằ", "ắ", "ẳ", "ẵ", "ặ"],
    ["â", "ầ", "ấ", "ẩ", "ẫ", "ậ"], ["e", "è", "é", "ẻ", "ẽ", "ẹ"],
    ["ê", "ề", "ế", "ể", "ễ", "ệ"], ["i", "ì", "í", "ỉ", "ĩ", "ị"],
    ["o", "ò", "ó", "ỏ", "õ", "ọ"], ["ô", "ồ", "ố", "ổ", "ỗ", "ộ"],
    ["ơ", "ờ", "ớ", "ở", "ỡ", "ợ"], ["u", "ù", "ú", "ủ", "ũ", "ụ"],
    ["ư", "ừ", "ứ", "ử", "ữ", "ự"], ["y", "ỳ", "ý", "ỷ", "ỹ", "ỵ"],
  ]

  /// By scalar, eight times the vowel’s place plus the tone; zero where there is no tone.
  private static let places: [UInt8] = {
    var places = [UInt8](repeating: 0, count: 0x1F00)
    for (vowel, tones) in vowels.enumerated() {
      for tone in 1..<6 { places[Int(tones[tone].value)] = UInt8(vowel * 8 + tone) }
    }
    return places
  }()

  /// By scalar, the vowel without its tone.
  private static let plains: [UInt16] = {
    var plains = (0..<0x1F00).map { UInt16($0) }
    for tones in vowels { for tone in tones { plains[Int(tone.value)] = UInt16(tones[0].value) } }
    return plains
  }()

  @inline(__always) static func isToned(_ letter: UInt32) -> Bool {
    letter < 0x1F00 && places[Int(truncatingIfNeeded: letter)] != 0
  }

  /// The tone’s number from 1 through 5; 0 for none.
  static func tone(_ letter: UInt32) -> Int {
    letter < 0x1F00 ? Int(places[Int(letter)] & 7) : 0
  }

  /// The vowel without its tone.
  static func plain(_ letter: UInt32) -> UInt32 {
    letter < 0x1F00 ? UInt32(plains[Int(truncatingIfNeeded: letter)]) : letter
  }

  /// The vowel with the tone of another letter.
  private static func toned(_ letter: UInt32, as other: UInt32) -> UInt32? {
    vowels.first { $0[0].value == letter }?[tone(other)].value
  }

  /// The second of two vowels with the tone of the first, where the tone belongs to the second: in
  /// “oa”, “oe” and “uy” (the new style, with a consonant after them in the old one too), before
  /// â, ê, ô and ơ, after the u of “qu” and after the i of “gia”.
  static func moved(
    from toned: UInt32,
    to letter: UInt32,
    afterQ: Bool,
    afterG: Bool
  ) -> UInt32? {
    let first = plain(toned)
    let isSecond =
      switch (first, letter) {
      case (0x6F, 0x61), (0x6F, 0x65), (0x75, 0x79): true
      case (0x69, 0xEA), (0x79, 0xEA), (0x75, 0xEA), (0x75, 0xF4), (0x75, 0xE2): true
      case (0x1B0, 0x1A1), (0x75, 0x1A1): true
      case (0x75, 0x61), (0x75, 0x65), (0x75, 0x69), (0x75, 0x6F): afterQ
      case (0x69, 0x61): afterG
      default: false
      }
    return isSecond ? Self.toned(letter, as: toned) : nil
  }
}
