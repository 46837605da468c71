import CXText
import Testing

/// Feelings learned from nothing but the scores that came with comments.
struct FeelingModelTests {
  /// Glad and sad comments with scores as they come, and some in between.
  private static let scored: [(text: String, score: Double?)] = {
    let polar = SmallLesson.comments.enumerated().map { place, comment in
      (comment.text, Double(comment.isGlad ? 9 + place % 2 : place % 7))
    }
    let passive = [
      "As expected", "It was ok", "Nothing special", "Bình thường", "Cũng được", "Tạm",
      "معمولی بود",
      "مثل همیشه", "بد نبود",
    ]
    return polar + passive.enumerated().map { ($1, Double(7 + $0 % 2)) } + [("no score", nil)]
  }()

  private static func model() throws -> FeelingModel {
    try FeelingModel(
      learning: scored.map(\.text),
      scores: scored.map(\.score),
      scale: .recommendation,
      date: "2025-06-01"
    )
  }

  @Test(arguments: [
    ("The soup was lovely", Feeling.positive), ("My parcel came broken today", .negative),
    ("Nhân viên rất kém", .negative), ("Đồ uống tuyệt vời", .positive),
    ("پیک سریع و مهربان بود", .positive), ("نوشیدنی کثیف بود", .negative),
  ])
  func `scores teach what words mean`(comment: String, feeling: Feeling) throws {
    var reader = FeelingReader(try Self.model())
    #expect(reader.feeling(of: comment).whole.feeling == feeling)
  }

  @Test(arguments: [
    ("The food was cold, the driver was kind", [Feeling.negative, .positive]),
    ("món ăn nguội nhưng nhân viên nhiệt tình", [.negative, .positive]),
    ("غذا عالی بود ولی پیک خیلی دیر آمد", [.positive, .negative]),
  ])
  func `a comment can be both, clause by clause`(comment: String, feelings: [Feeling]) throws {
    var reader = FeelingReader(try Self.model())
    let found = reader.feeling(of: comment)
    #expect(found.clauses.map(\.feeling) == feelings)
    #expect(found.isBoth)
    let utf8 = Array(comment.utf8)
    let parts = found.clauses.map { String(decoding: utf8[$0.source], as: UTF8.self) }
    #expect(parts.allSatisfy { !$0.isEmpty })
    #expect(parts.joined(separator: " ") == comment)
  }

  @Test func `themes and feelings are joined by words, the comment read once`() throws {
    let comment = CommentReader().read("The food was cold, but the driver was kind")
    var reader = FeelingReader(try Self.model())
    let found = reader.feeling(of: comment)
    let themes = ThemeSet.starter(for: .hospitality).themes
    let touches = ThemeWords(themes: themes).touches(in: comment)
    let food = try #require(touches.first { themes[$0.theme].id == "food" })
    #expect(found.estimate(of: food.words).feeling == .negative)
    let driver = try #require(
      comment.words.firstIndex { comment.text(of: $0) == "driver" }
    )
    #expect(found.estimate(of: driver..<driver + 1).feeling == .positive)
    #expect(found.estimate(of: 90..<91) == found.whole)
    #expect(found.clause(holding: 90) == nil)
  }

  @Test func `a model is saved and read as any model`() throws {
    let model = try Self.model()
    let read = try FeelingModel(TextModel(file: model.model.file))
    #expect(read == model)
    #expect(read.model.date == "2025-06-01")
    #expect(read.quality.comments == Self.scored.count - 1)
    var (one, other) = (FeelingReader(model), FeelingReader(read))
    for comment in Self.scored.map(\.text) + SampleComments.odd {
      #expect(one.feeling(of: comment) == other.feeling(of: comment))
    }
  }

  @Test func `people's own labels make a feeling model too, and no other labels do`() throws {
    var reader = FeelingReader(try FeelingModel(TextModel(learning: SmallLesson.feelings())))
    #expect(reader.feeling(of: "The soup was lovely").whole.feeling == .positive)
    let themes = try TextModel(learning: SmallLesson.themes())
    #expect(throws: TextRefusal.unknownLabel("delivery")) { try FeelingModel(themes) }
  }

  @Test func `a correction holds, for whole comments and for clauses`() throws {
    let model = try Self.model()
    for text in ["Sick beats, this place slaps", "Quán này đỉnh của chóp", "دمتون گرم، ترکوندید"] {
      for feeling in [Feeling.negative, .neutral, .positive] {
        let corrected = try model.corrected(by: [(text, feeling)])
        var reader = FeelingReader(corrected)
        #expect(reader.feeling(of: text).whole.feeling == feeling, "\(text) \(feeling)")
        #expect(corrected.quality.corrections == 1)
      }
    }
    #expect(throws: TextRefusal.noComments) { try model.corrected(by: []) }
  }

  @Test func `scores that say one thing teach nothing`() throws {
    func learn(_ scores: [Double?]) throws {
      _ = try FeelingModel(
        learning: ["good", "bad", "so so"],
        scores: scores,
        scale: .recommendation
      )
    }
    #expect(throws: TextRefusal.oneLabel("positive")) { try learn([9, 10, 9]) }
    #expect(throws: TextRefusal.oneLabel("negative")) { try learn([1, 7, 2]) }
    #expect(throws: TextRefusal.noComments) { try learn([7, 8, nil]) }
    #expect(throws: TextRefusal.noComments) { try learn([nil, nil, 70]) }
    #expect(throws: TextRefusal.noComments) { try learn([]) }
  }

  @Test func `the same comments teach the same`() throws {
    #expect(try Self.model().model.file == Self.model().model.file)
  }
}
