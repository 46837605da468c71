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
    #expect(model.recipe.marksOpinions)
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
    #expect(model.recipe.marksOpinions)
    var classifier = TextClassifier(model)
    let denied = classifier.probabilities(of: "Không ai thấy bữa tiệc hôm qua tốt")
    #expect(model.labels(of: denied) == [0])
  }

  /// Praise and blame with few words of either, in one language.
  private static func told(_ good: [String], _ bad: [String]) throws -> LabelledComments {
    var comments = try LabelledComments(labels: ["bad", "good"], .one)
    for comment in good { try comments.add(comment, labels: ["good"]) }
    for comment in bad { try comments.add(comment, labels: ["bad"]) }
    return comments
  }

  private static func answers(_ comments: LabelledComments, _ asked: [String]) throws -> [String] {
    let model = try TextModel(learning: comments)
    var classifier = TextClassifier(model)
    return asked.map { comment in
      model.labels[model.labels(of: classifier.probabilities(of: comment))[0]]
    }
  }

  @Test func `an English opinion that no example had is understood`() throws {
    let things = ["soup", "room", "driver", "parcel", "lesson", "desk", "ticket", "clinic"]
    let comments = try Self.told(
      things.map { "the \($0) was good" } + things.map { "what a lovely \($0)" },
      things.map { "the \($0) was bad" } + things.map { "such a slow \($0)" }
    )
    let asked = ["Excellent!", "it felt wonderful", "Horrible.", "it felt dirty", "not great"]
    #expect(try Self.answers(comments, asked) == ["good", "good", "bad", "bad", "bad"])
  }

  @Test func `and a Vietnamese and a Persian one`() throws {
    let mon = ["món canh", "phòng", "bác tài", "gói hàng", "bài giảng", "quầy", "vé", "ca trực"]
    let vietnamese = try Self.told(
      mon.map { "\($0) ngon lành" } + mon.map { "\($0) tốt lắm" },
      mon.map { "\($0) tệ quá" } + mon.map { "\($0) chậm ghê" }
    )
    let hoi = ["Tuyệt vời!", "thật hài lòng", "Kinh khủng", "rất bẩn", "không hài lòng"]
    #expect(try Self.answers(vietnamese, hoi) == ["good", "good", "bad", "bad", "bad"])
    let chiz = ["غذا", "اتاق", "راننده", "بسته", "کلاس", "میز", "بلیت", "نوبت"]
    let persian = try Self.told(
      chiz.map { "\($0) خوب بود" } + chiz.map { "\($0) خوشمزه" },
      chiz.map { "\($0) بد بود" } + chiz.map { "\($0) سرد" }
    )
    let porsesh = ["عالی!", "خیلی راضی‌ام", "افتضاح", "کثیف", "راضی نبودم"]
    #expect(try Self.answers(persian, porsesh) == ["good", "good", "bad", "bad", "bad"])
  }

  @Test func `what was asked for is not chosen anew`() throws {
    let comments = try SmallLesson.feelings()
    let recipe = PieceRecipe(wordsMost: 1, charactersMost: 3)
    #expect(try TextModel(learning: comments, LearningSettings(recipe: recipe)).recipe == recipe)
    let costly = LearningSettings(cost: 20)
    #expect(try TextModel(learning: comments, costly).recipe == PieceRecipe())
  }
}
