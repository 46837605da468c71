/// The compounds that a corpus has taught.
public struct Compounds: Sendable {
  /// Most frequent first.
  public let all: [Compound]

  private let strengths: [SyllablePair: Double]

  init(all: [Compound], strengths: [SyllablePair: Double]) {
    self.all = all
    self.strengths = strengths
  }

  /// The words of a comment with compounds joined, as ranges of its ``ReadComment/words``: one
  /// after the other, each of one word or of two that belong together.
  ///
  /// Where a syllable could go with either neighbour it goes with the one it is bound to more.
  public func joined(_ comment: ReadComment) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = 0
    while place < comment.words.count {
      let strength = strength(in: comment, at: place)
      let isPair = strength > 0 && strength >= self.strength(in: comment, at: place + 1)
      found.append(place..<place + (isPair ? 2 : 1))
      place += isPair ? 2 : 1
    }
    return found
  }

  private func strength(in comment: ReadComment, at place: Int) -> Double {
    guard place + 1 < comment.words.count, comment.words[place].kind == .word,
      comment.words[place + 1].kind == .word, !comment.words[place + 1].startsLine
    else { return 0 }
    let left = Self.key(comment.bytes, comment.words[place].form)
    let right = Self.key(comment.bytes, comment.words[place + 1].form)
    return strengths[SyllablePair(left, right)] ?? 0
  }

  /// A form in one number: itself up to eight bytes, mixed beyond (FNV-1a).
  static func key(_ bytes: [UInt8], _ form: Range<Int>) -> UInt64 {
    if form.count <= 8 { return PackedForm(bytes, form).bits }
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in form { key = (key ^ UInt64(bytes[place])) &* 0x100_0000_01B3 }
    return key
  }
}
