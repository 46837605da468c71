import Testing

@testable import CXText

/// The recipe a model chooses where nothing was asked for.
struct RecipeChoiceTests {
  /// Comments whose feeling no word says alone, nor any two neighbours: a denial turns round what
  /// stands words later.
  private static func turned(
    _ opening: (plain: String, denied: String),
    things: [String],
    good: String,
    bad: String
  ) throws -> LabelledComments {
    var comments = try LabelledComments(labels: ["negative", "positive"], .one)
    for thing in things {
      try comments.add("\(opening.plain) \(thing) \(good)", labels: ["positive"])
      try comments.add("\(opening.plain) \(thing) \(bad)", labels: ["negative"])
      try comments.add("\(opening.denied) \(thing) \(good)", labels: ["negative"])
      try comments.add("\(opening.denied) \(thing) \(bad)", labels: ["positive"])
    }
    return comments
  }

  private static let things = [
    "the soup was", "the room was", "this shop seemed", "our driver was", "the lecture felt",
    "my parcel was", "the counter looked", "the branch was", "that bill was", "the ward seemed",
  ]

  private static let mon = [
    "thấy món canh này", "nghĩ phòng ở đây", "cho là quán đó", "thấy thầy ấy dạy",
    "bảo hàng lần này", "thấy giá ở chợ", "nghĩ ca sáng nay", "thấy dịch vụ kia",
    "cho rằng lớp học", "bảo tiệm bên kia",
  ]

  @Test func `a denial that stands far from what it denies is found in English`() throws {
    let comments = try Self.turned(
      ("everything about", "nothing about"),
      things: Self.things,
      good: "good",
      bad: "bad"
    )
    let model = try TextModel(learning: comments)
    #expect(model.recipe.pairsWithin > 0)
    var classifier = TextClassifier(model)
    let denied = classifier.probabilities(of: "Nothing about my visit there was good")
    #expect(model.labels(of: denied) == [0])
    let plain = classifier.probabilities(of: "Everything about my visit there was good")
    #expect(model.labels(of: plain) == [1])
  }

  @Test func `and in Vietnamese`() throws {
    let comments = try Self.turned(
      ("ai cũng", "không ai"),
      things: Self.mon,
      good: "tốt",
      bad: "tệ"
    )
    let model = try TextModel(learning: comments)
    #expect(model.recipe.pairsWithin > 0)
    var classifier = TextClassifier(model)
    let denied = classifier.probabilities(of: "Không ai thấy bữa tiệc hôm qua tốt")
    #expect(model.labels(of: denied) == [0])
  }

  @Test func `what was asked for is not chosen anew`() throws {
    let comments = try SmallLesson.feelings()
    let recipe = PieceRecipe(wordsMost: 1, charactersMost: 3)
    #expect(try TextModel(learning: comments, LearningSettings(recipe: recipe)).recipe == recipe)
    let costly = LearningSettings(cost: 20)
    #expect(try TextModel(learning: comments, costly).recipe == PieceRecipe())
    let usual = LearningSettings(recipe: PieceRecipe())
    #expect(usual.candidates(for: comments) == [usual])
  }

  private func longestPairs(_ comments: LabelledComments) -> Int {
    LearningSettings().candidates(for: comments).map(\.recipeTaken.pairsWithin).max() ?? 0
  }

  @Test func `very many comments are learned from without pairs`() throws {
    var comments = try LabelledComments(labels: ["a", "b"], .one)
    #expect(longestPairs(comments) > 0)
    for label in ["a", "b"] {
      try comments.add(String(repeating: label, count: 1_100_000), labels: [label])
    }
    #expect(longestPairs(comments) == 0)
  }
}
