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
    // Of two that do as well the first is taken: opinions say little about themes, of which a
    // comment may have many.
    let isFeeling = comments.labelling == .one
    let plain = try all([isFeeling, !isFeeling]) { marksOpinions throws(TextRefusal) in
      let recipe = PieceRecipe(charactersMost: 0, marksOpinions: marksOpinions)
      return try LearnedModel(comments, taking(recipe, LearningSettings.usualCost), date)
    }
    let words = Self.best(of: plain)
    let recipe = PieceRecipe(marksOpinions: words.model.recipe.marksOpinions)
    let matrix = CommentMatrix(comments.texts, recipe)
    let spelt = try all(Self.costs) { cost throws(TextRefusal) in
      try LearnedModel(comments, matrix, taking(recipe, cost), date, from: words.ending)
    }
    // Of equals one that knows words by their spelling too knows more of new words.
    return Self.best(of: spelt + [words]).model
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

  /// The first of those with the greatest sum of accuracy, or micro F1, and macro F1.
  private static func best(of learned: [LearnedModel]) -> LearnedModel {
    learned.dropFirst().reduce(learned[0]) { $1.figure > $0.figure ? $1 : $0 }
  }
}

extension LearnedModel {
  fileprivate var figure: Double { model.quality.microF1 + model.quality.macroF1 }
}
