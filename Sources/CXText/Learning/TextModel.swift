/// What was learned from labelled comments: how much each piece of a comment speaks for each label.
///
/// It weighs words, word pairs and runs of characters, and nothing else, so that every answer can
/// be explained by the words that led to it. It is a value: the same comments, labels and settings
/// give the same model on every machine of one kind, and its file the same bytes.
///
/// - Source: logistic regression whose weights vary as naive Bayes says they should, S. Wang and C.
///   Manning, ACL 2012; probabilities by J. Platt, 1999.
public struct TextModel: Hashable, Sendable {
  /// The closed list, in its order.
  public internal(set) var labels: [String]

  /// Whether it gives a comment one label or any number.
  public let labelling: LabelledComments.Labelling

  /// How it learned.
  public let recipe: PieceRecipe

  /// The day on which it learned, as its maker wrote it.
  public var date: String

  /// What it learned from, and how well it does on comments it has not seen.
  public internal(set) var quality: TextModelQuality

  /// From this probability on a comment that may have many labels has one, above 0 and below 1.
  public var threshold: Double { rule.threshold }

  /// How labels follow from probabilities.
  var rule: DecisionRule

  /// The numbers of pieces, by column.
  var hashes: [UInt32]

  /// How rare each piece is, by column.
  var rarities: [Float]

  /// For each column a weight for each label, its rarity in it.
  var weights: [Float]

  /// What speaks for each label before a word is read.
  var starts: [Float]

  /// By label.
  var scales: [ProbabilityScale]
}

/// What a model learned from, and how well it does on comments that it has not seen.
///
/// Measured by dividing the comments into parts, equal ones always in the same part, and having
/// each part judged by a model that learned from the others.
public struct TextModelQuality: Hashable, Sendable {
  /// Comments learned from.
  public internal(set) var comments: Int

  /// Corrections learned since it was measured.
  public internal(set) var corrections = 0

  /// The share of comments whose labels are all right, from 0 through 1.
  public internal(set) var accuracy: Double

  /// The mean F1 of the labels, from 0 through 1.
  public internal(set) var macroF1: Double

  /// F1 over all labels given, from 0 through 1; the accuracy where a comment has one label.
  public internal(set) var microF1: Double

  /// How far probabilities are from what came true, in the mean over ten bins, from 0 through 1.
  public internal(set) var calibrationError: Double
}
