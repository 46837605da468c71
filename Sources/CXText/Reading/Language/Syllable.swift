/// A word’s letters without tones and other marks, as a syllable of Vietnamese is built of them.
struct Syllable {
  private var letters = InlineArray<8, UInt8>(repeating: 0)
  private var count = 0

  /// Whether it has marks of any kind.
  private(set) var hasMarks = false

  /// Whether it has a letter that Vietnamese does not know.
  private(set) var isForeign = false

  init(_ bytes: [UInt8], _ form: Range<Int>) {
    var place = form.lowerBound
    while place < form.upperBound {
      let byte = bytes[place]
      if byte < 0x80 {
        add(byte)
        place += 1
        continue
      }
      hasMarks = true
      let second = place + 1 < form.upperBound ? bytes[place + 1] : 0
      let third = place + 2 < form.upperBound ? bytes[place + 2] : 0
      let scalar =
        byte < 0xE0
        ? UInt32(byte & 0x1F) << 6 | UInt32(second & 0x3F)
        : UInt32(byte & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
      place += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let letter = VietnameseTones.letter(scalar)
      if letter == 0 { isForeign = true }
      add(letter)
    }
  }

  private mutating func add(_ letter: UInt8) {
    if count < 8 { letters[count] = letter }
    count += 1
  }

  /// Whether it is a first sound and a rest that Vietnamese has.
  var isVietnamese: Bool {
    mutating get {
      guard count > 0, count <= 7, !isForeign else { return false }
      for first in stride(from: min(3, count - 1), through: 0, by: -1)
      where Self.onsets.contains(packed(0..<first)) || first == 0 {
        if Self.rimes.contains(packed(first..<count)) { return true }
      }
      return false
    }
  }

  private func packed(_ range: Range<Int>) -> PackedForm {
    var bits: UInt64 = 0
    for place in range { bits = bits << 8 | UInt64(letters[place]) }
    return PackedForm(bits: bits)
  }

  private static let onsets: PackedTable<Void> = [
    "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p",
    "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
  ]

  private static let rimes: PackedTable<Void> = [
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "e", "ec",
    "ech",
    "em", "en", "eng", "enh", "eo", "ep", "et", "eu", "i", "ia", "ich", "iec", "iem", "ien", "ieng",
    "iep", "iet", "ieu", "im", "in", "inh", "ip", "it", "iu", "o", "oa", "oac", "oach", "oai",
    "oam",
    "oan", "oang", "oanh", "oap", "oat", "oay", "oc", "oe", "oen", "oeo", "oet", "oi", "om", "on",
    "ong", "op", "ot", "u", "ua", "uan", "uang", "uat", "uay", "uc", "ue", "uech", "uenh", "ui",
    "um", "un", "ung", "uoc", "uoi", "uom", "uon", "uong", "uop", "uot", "uou", "up", "ut", "uu",
    "uy", "uya", "uych", "uyen", "uyet", "uynh", "uyt", "y", "yem", "yen", "yet", "yeu",
  ]
}

extension VietnameseTones {
  /// The letter of ASCII under the marks of a Vietnamese one; zero for another’s.
  static func letter(_ scalar: UInt32) -> UInt8 {
    switch plain(scalar) {
    case 0x61...0x7A: UInt8(plain(scalar))
    case 0xE2, 0x103: 0x61
    case 0x111: 0x64
    case 0xEA: 0x65
    case 0xF4, 0x1A1: 0x6F
    case 0x1B0: 0x75
    default: 0
    }
  }
}
