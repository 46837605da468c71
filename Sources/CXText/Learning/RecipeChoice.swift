internal import CXMetrics

/// Learns in several ways and keeps the one that does best on comments not learned from, each of
/// which served some kind of comments best (`docs/text.md`).
///
/// First by words, with the opinions that listed words tell and without; then, opinions as did
/// better, by the spelling of words too, at more costs than one.
struct RecipeChoice {
  private let comments: LabelledComments
  private let settings: LearningSettings
  private let date: String

  private static let costs = [LearningSettings.usualCost, LearningSettings.usualCost / 2]

  init(_ comments: LabelledComments, _ settings: LearningSettings, _ date: String) {
    self.comments = comments
    self.settings = settings
    self.date = date
  }

  func best() throws(TextRefusal) -> TextModel {
    let words = try byWords()
    let recipe = PieceRecipe(marksOpinions: words.model.recipe.marksOpinions)
    let matrix = CommentMatrix(comments.texts, recipe)
    let spelt = try all(Self.costs) { cost throws(TextRefusal) in
      try LearnedModel(comments, matrix, taking(recipe, cost), date, from: words.ending)
    }
    // Of equals one that knows words by their spelling too knows more of new words.
    return Self.best(of: spelt + [words]).model
  }

  /// By words alone. What a comment is about, of which it may say much, opinions do not tell.
  private func byWords() throws(TextRefusal) -> LearnedModel {
    let ways = comments.labelling == .one ? [true, false] : [false]
    let learned = try all(ways) { marksOpinions throws(TextRefusal) in
      let recipe = PieceRecipe(charactersMost: 0, marksOpinions: marksOpinions)
      return try LearnedModel(comments, taking(recipe, LearningSettings.usualCost), date)
    }
    return Self.best(of: learned)
  }

  private func taking(_ recipe: PieceRecipe, _ cost: Double) -> LearningSettings {
    var settings = settings
    (settings.recipe, settings.cost) = (recipe, cost)
    return settings
  }

  /// What each way leads to, two at a time where there are two cores.
  private func all<Way: Sendable>(
    _ ways: [Way],
    _ learn: @Sendable (Way) throws(TextRefusal) -> LearnedModel
  ) throws(TextRefusal) -> [LearnedModel] {
    let results = ParallelParts.map(ways.count) { place in
      Result { () throws(TextRefusal) in try learn(ways[place]) }
    }
    var learned: [LearnedModel] = []
    for result in results { learned.append(try result.get()) }
    return learned
  }

  /// The first, or a later one for which there is evidence, as a few comments tell two ways apart
  /// by chance: what people said must be e times as probable by it.
  ///
  /// - Source: R. Kass and A. Raftery, Bayes factors, JASA 90, 1995, section 3.2: “positive”.
  private static func best(of learned: [LearnedModel]) -> LearnedModel {
    learned.dropFirst().reduce(learned[0]) { $1.logLoss < $0.logLoss - 1 ? $1 : $0 }
  }
}
