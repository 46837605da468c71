/// What the opinions of a comment that listed words tell are as pieces: a model learns what they
/// are worth where it is used, and knows something of good words that its examples never had.
struct OpinionPieces {
  private let opinions: [Opinion]

  /// The numbers of the comment’s words.
  private let words: [UInt64]

  init(_ opinions: [Opinion], _ words: [UInt64]) {
    self.opinions = opinions
    self.words = words
  }

  /// Calls `body` with each piece, repeated ones again.
  func forEach(_ body: (Piece) -> Void) {
    guard !words.isEmpty else { return }
    var (good, bad, sum) = (0, 0, 0.0)
    var before: UInt64 = 0
    for opinion in opinions {
      let (last, grade) = (opinion.end - 1, Self.grade(opinion.worth))
      body(Self.piece(.alone, grade, 0, .run(last...last)))
      body(Self.piece(.after, grade, before, .run(last...last)))
      before = grade
      if last > 0 { body(Self.piece(.withWordBefore, grade, words[last - 1], .run(last...last))) }
      if last + 1 < words.count {
        body(Self.piece(.withWordAfter, grade, words[last + 1], .run(last...last)))
      }
      sum += opinion.worth
      if opinion.worth > 0.5 { good += 1 }
      if opinion.worth < -0.5 { bad += 1 }
    }
    body(Self.piece(.last, before, 0, .opinions))
    let (most, worth) = (4, Int((2 * min(4, max(-4, sum))).rounded()))
    body(Self.piece(.good, UInt64(min(most, good)), 0, .opinions))
    body(Self.piece(.bad, UInt64(min(most, bad)), 0, .opinions))
    body(Self.piece(.both, UInt64(min(most, good)), UInt64(min(most, bad)), .opinions))
    body(Self.piece(.sum, UInt64(bitPattern: Int64(worth)), 0, .opinions))
  }

  /// What is told of them.
  private enum Kind: UInt64 {
    case alone = 1
    case after, withWordBefore, withWordAfter, last, good, bad, both, sum
  }

  /// From delightful, 6, to dreadful, 1; what is only denied is between.
  private static func grade(_ worth: Double) -> UInt64 {
    switch worth {
    case 1.8...: 6
    case 0.6...: 5
    case 0...: 4
    case (-0.6)...: 3
    case (-1.6)...: 2
    default: 1
    }
  }

  private static func piece(
    _ kind: Kind,
    _ first: UInt64,
    _ second: UInt64,
    _ place: Piece.Place
  ) -> Piece {
    let told = PieceReader.joined(0x8BAD_F00D_1234_5678 ^ kind.rawValue << 8, first)
    let hash = PieceReader.shortened(PieceReader.joined(told, second))
    return Piece(hash: hash, place: place, isOfOpinions: true)
  }
}
