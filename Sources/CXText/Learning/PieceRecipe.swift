/// Which pieces of a comment a model weighs.
public struct PieceRecipe: Hashable, Sendable {
  /// The longest run of words that is a piece, from 1 through 3.
  public var wordsMost: Int

  /// Whether a comment’s first and last words count by their place too, and its length.
  public var marksPlace: Bool

  /// Whether opinions count that listed words tell, denials taken into account: each with the words
  /// around it, how they follow each other, and how many there are.
  public var marksOpinions: Bool

  /// The longest run of characters that is a piece, from 2 through 8; 0 leaves them out.
  public var charactersMost: Int

  /// A recipe, as a rule the one that served best in Vietnamese, Persian and English
  /// (`docs/text.md`).
  public init(
    wordsMost: Int = 2,
    charactersMost: Int = 5,
    marksPlace: Bool = true,
    marksOpinions: Bool = true
  ) {
    self.wordsMost = min(3, max(1, wordsMost))
    self.marksPlace = marksPlace
    self.marksOpinions = marksOpinions
    self.charactersMost = charactersMost < 2 ? 0 : min(8, charactersMost)
  }

  /// In how many words a run of characters stands at least to be weighed; a run of words is
  /// weighed from its first.
  static let wordsWithCharacters = 2
}
