/// A theme that a comment is about, and the words that led to it.
public struct ThemeTouch: Hashable, Sendable {
  /// The theme’s place in the list given.
  public let theme: Int

  /// How likely somebody who judges would say so, from 0 through 1.
  public let probability: Double

  /// The words that touch it, as places in ``ReadComment/words``: those of its list; where none
  /// of them is there, the clause that was learned to be about it. Never empty.
  public let words: [Range<Int>]

  /// Whether it was told by what was learned, and none of its words is there.
  public let isLearned: Bool
}
