/// Which pieces of a comment a model weighs.
public struct PieceRecipe: Hashable, Sendable {
  /// The longest run of words that is a piece, from 1 through 3.
  public var wordsMost: Int

  /// How many words apart two words that are a piece together may stand, from 0, which is none,
  /// through 60.
  public var pairsWithin: Int

  /// Whether a comment’s first and last words count by their place too, and its length.
  public var marksPlace: Bool

  /// The longest run of characters that is a piece, from 2 through 8; 0 leaves them out.
  public var charactersMost: Int

  /// A recipe, as a rule the one that served best in Vietnamese, Persian and English
  /// (`docs/text.md`).
  public init(
    wordsMost: Int = 2,
    pairsWithin: Int = 0,
    charactersMost: Int = 5,
    marksPlace: Bool = true
  ) {
    self.wordsMost = min(3, max(1, wordsMost))
    self.pairsWithin = min(60, max(0, pairsWithin))
    self.marksPlace = marksPlace
    self.charactersMost = charactersMost < 2 ? 0 : min(8, charactersMost)
  }

  /// In how many comments two words stand apart at least to be weighed together.
  static let commentsWithPair: Int32 = 2

  /// In how many words a run of characters stands at least to be weighed; a run of words is
  /// weighed from its first.
  static let wordsWithCharacters = 2
}
