/// What a scalar is to a reader.
enum ScalarRole: UInt8 {
  /// Ends a word and leaves nothing behind, as a space, a line’s end or an underscore.
  case space
  /// Invisible: neither splits a word nor shows in it (direction marks, the zero-width space).
  case ignorable
  /// U+200C, kept inside a word of Arabic letters.
  case halfSpace
  /// Combines with the letter before it, as the tones of Vietnamese typed letter by letter.
  case mark
  /// Rests on what stands before it and shows nowhere, as a variation selector.
  case droppedMark
  /// Belongs to a script whose words are not complete without it.
  case keptMark
  case letter
  /// Part of a word that its normal form leaves out, as the tatweel.
  case filler
  case digit
  case punctuation
  case symbol
  case emoji
  /// One of the two letters of a flag.
  case flagLetter
  case apostrophe
  /// Stands before a grapheme and belongs to it.
  case graphemePrefix
  /// U+FFFD, broken bytes and what no standard names.
  case unknown
}

/// The scripts that are told apart.
enum ScalarScript: UInt8 {
  case other, latin, cyrillic, greek, arabic
}

/// A scalar’s role, its script and what stands for it in a normal form.
struct ScalarEntry: BitwiseCopyable {
  /// The scalar in the normal form.
  let folded: UInt32
  let role: ScalarRole
  let script: ScalarScript

  /// Whether it is a vowel with a tone of Vietnamese.
  let isToned: Bool

  init(_ role: ScalarRole, folded: UInt32, script: ScalarScript = .other) {
    self.folded = folded
    self.role = role
    self.script = script
    isToned = script == .latin && VietnameseTones.isToned(folded)
  }

  /// Whether it never begins a grapheme, so that what stands before it takes it along.
  @inline(__always) var isExtending: Bool {
    switch role {
    case .mark, .droppedMark, .keptMark, .halfSpace: true
    default: false
    }
  }
}
