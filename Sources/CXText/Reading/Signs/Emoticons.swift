/// Faces made of signs: a grammar of eyes, nose and mouth rather than a list.
enum Emoticon {
  /// The next signs of a comment, entities and all, as ASCII; zero for anything else.
  struct Window {
    private(set) var signs = InlineArray<6, UInt8>(repeating: 0)
    private(set) var ends = InlineArray<6, Int>(repeating: 0)

    init(_ comment: Span<UInt8>, at start: Int) {
      var place = start
      for offset in 0..<6 where place < comment.count {
        let scalar = NextScalar(comment, at: place)
        guard scalar.value < 0x80 else { return }
        signs[offset] = UInt8(scalar.value)
        ends[offset] = scalar.end
        place = scalar.end
      }
    }

    subscript(offset: Int) -> UInt8 { offset < 6 ? signs[offset] : 0 }
  }

  /// What a face says, and how many signs it has.
  struct Face {
    let feeling: UInt32
    let count: Int
  }

  static let glad: UInt32 = 0x2B
  static let sad: UInt32 = 0x2D
  static let loving: UInt32 = 0x2665

  static func face(_ signs: Window) -> Face? {
    switch signs[0] {
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="): eyes(signs)
    case UInt8(ascii: "<"): heart(signs)
    case UInt8(ascii: "("):
      [UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: ";")].contains(signs[1])
        && !isLetterOrDigit(signs[2]) ? Face(feeling: glad, count: 2) : nil
    case UInt8(ascii: ">"):
      signs[1] == UInt8(ascii: "<")
        ? Face(feeling: sad, count: 2)
        : signs[1] == UInt8(ascii: ":") && signs[2] == UInt8(ascii: "(")
          ? Face(feeling: sad, count: 3) : twins(signs, second: UInt8(ascii: "<"), sad)
    case UInt8(ascii: "^"):
      signs[1] == UInt8(ascii: "^")
        ? Face(feeling: glad, count: 2) : twins(signs, second: UInt8(ascii: "^"), glad)
    case UInt8(ascii: "-"): twins(signs, second: UInt8(ascii: "-"), sad)
    case UInt8(ascii: "."):
      signs[1] == UInt8(ascii: "_") ? twins(signs, second: UInt8(ascii: "."), sad) : nil
    case UInt8(ascii: "@"):
      signs[1] == UInt8(ascii: "@")
        ? Face(feeling: 0x40, count: 2) : twins(signs, second: UInt8(ascii: "@"), 0x40)
    default: nil
    }
  }

  /// “T_T”, “TT”, “xD”, “o_O”: faces whose eyes are letters.
  static func letterFace(_ signs: Window) -> Face? {
    let eye = signs[0] | 0x20
    if eye == UInt8(ascii: "x"), signs[1] == UInt8(ascii: "D"), !isLetterOrDigit(signs[2]) {
      return Face(feeling: glad, count: 2)
    }
    if signs[0] == UInt8(ascii: "T"), signs[1] == UInt8(ascii: "T"), !isLetterOrDigit(signs[2]) {
      return Face(feeling: sad, count: 2)
    }
    guard signs[1] == UInt8(ascii: "_") || signs[1] == UInt8(ascii: ".") else { return nil }
    var third = 2
    if signs[1] == UInt8(ascii: "_"), signs[2] == UInt8(ascii: "_") { third = 3 }
    guard signs[third] | 0x20 == eye, signs[third] >= 0x41, !isLetterOrDigit(signs[third + 1]),
      signs[1] == UInt8(ascii: "_") || signs[third + 1] != UInt8(ascii: ".")
    else { return nil }
    return Face(feeling: eye == UInt8(ascii: "o") ? 0x6F : sad, count: third + 1)
  }

  private static func eyes(_ signs: Window) -> Face? {
    let isColon = signs[0] != UInt8(ascii: "=")
    if !isColon, signs[1] == UInt8(ascii: ".") || signs[1] == UInt8(ascii: "_") {
      return twins(signs, second: UInt8(ascii: "="), sad)
    }
    if isColon, signs[1] == UInt8(ascii: "\""), signs[2] == UInt8(ascii: ">") {
      return Face(feeling: glad, count: 3)
    }
    let hasNose = [UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "^")].contains(signs[1])
    let mouth = hasNose ? 2 : 1
    let feeling: UInt32
    switch signs[mouth] {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): feeling = glad
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): feeling = sad
    case UInt8(ascii: "*") where isColon: feeling = loving
    case UInt8(ascii: ">") where isColon: feeling = glad
    case UInt8(ascii: "<") where isColon: feeling = sad
    case UInt8(ascii: "D"), UInt8(ascii: "P"), UInt8(ascii: "p"):
      guard !isLetterOrDigit(signs[mouth + 1]) else { return nil }
      feeling = glad
    case UInt8(ascii: "3"), UInt8(ascii: "v"), UInt8(ascii: "V"):
      guard isColon, !isLetterOrDigit(signs[mouth + 1]) else { return nil }
      feeling = glad
    case UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "s"):
      let after = signs[mouth + 1]
      guard signs[0] == UInt8(ascii: ":"), after != UInt8(ascii: "/"), !isLetterOrDigit(after)
      else { return nil }
      feeling = sad
    default: return nil
    }
    return Face(feeling: feeling, count: mouth + 1)
  }

  private static func heart(_ signs: Window) -> Face? {
    if signs[1] == UInt8(ascii: "3"), !(0x30...0x32).contains(signs[2]),
      signs[2] < 0x34 || signs[2] > 0x39
    {
      return Face(feeling: loving, count: 2)
    }
    if signs[1] == UInt8(ascii: "/"), signs[2] == UInt8(ascii: "3") {
      return Face(feeling: sad, count: 3)
    }
    return nil
  }

  /// Two eyes alike, and between them one sign or a longer mouth.
  private static func twins(_ signs: Window, second: UInt8, _ feeling: UInt32) -> Face? {
    guard
      [
        UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ","),
        UInt8(ascii: "o"),
      ]
      .contains(signs[1]), signs[1] != signs[0]
    else { return nil }
    let third = signs[2] == signs[1] ? 3 : 2
    return signs[third] == second ? Face(feeling: feeling, count: third + 1) : nil
  }

  static func isLetterOrDigit(_ sign: UInt8) -> Bool { Markup.isLetterOrDigit(sign) }
}

extension ReadComment {
  /// Takes a face of signs, with as many mouths as it has; false where there is none.
  mutating func takeEmoticon(_ comment: Span<UInt8>, _ place: inout ReadingPlace) -> Bool {
    let first = comment[place.next]
    if first == 0x2E, place.next + 1 == comment.count || comment[place.next + 1] != 0x5F {
      return false
    }
    switch first {
    case 0x26, 0x28, 0x2D, 0x2E, 0x3A...0x3E, 0x40, 0x5E:
      let signs = Emoticon.Window(comment, at: place.next)
      guard let face = Emoticon.face(signs) else { return false }
      return take(face, signs, comment, &place)
    case 0x29 where place.openBrackets == 0:
      // “))” alone is a smile too.
      let signs = Emoticon.Window(comment, at: place.next)
      guard signs[1] == 0x29 else { return false }
      return take(.init(feeling: Emoticon.glad, count: 2), signs, comment, &place)
    default: return false
    }
  }

  /// Takes a face whose eyes are letters.
  @inline(__always) mutating func takeLetterEmoticon(
    _ comment: Span<UInt8>,
    _ place: inout ReadingPlace
  ) -> Bool {
    let at = place.next
    guard at + 1 < comment.count else { return false }
    switch comment[at + 1] {
    case 0x2E, 0x44, 0x54, 0x5F: break
    default: return false
    }
    switch comment[at] | 0x20 {
    case 0x6F, 0x71, 0x74, 0x75, 0x78: break
    default: return false
    }
    let signs = Emoticon.Window(comment, at: at)
    guard at == 0 || !Markup.isLetterOrDigit(comment[at - 1]),
      let face = Emoticon.letterFace(signs)
    else { return false }
    return take(face, signs, comment, &place)
  }

  @inline(never) private mutating func take(
    _ face: Emoticon.Face,
    _ signs: Emoticon.Window,
    _ comment: Span<UInt8>,
    _ place: inout ReadingPlace
  ) -> Bool {
    let start = place.start()
    var end = signs.ends[face.count - 1]
    let mouth = signs[face.count - 1]
    if !Markup.isLetterOrDigit(mouth) || mouth == 0x33 {
      while end < comment.count, comment[end] == mouth { end += 1 }
    }
    place.next = extended(comment, end)
    let form = bytes.count
    write(Emoji.sign)
    write(face.feeling)
    finish(.emoji, from: form, source: start..<place.next)
    return true
  }
}
