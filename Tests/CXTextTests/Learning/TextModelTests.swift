import Testing

@testable import CXText

/// What a model learns, says, and says not.
struct TextModelTests {
  private static let feelings = Result { try TextModel(learning: SmallLesson.feelings()) }
  private static let themes = Result { try TextModel(learning: SmallLesson.themes()) }

  @Test(arguments: [
    ("The room was lovely and the waiter kind", "positive"),
    ("Slow checkout and a rude clerk", "negative"),
    ("Phòng rất tốt, lễ tân nhiệt tình", "positive"),
    ("Thang máy hỏng, wifi chậm", "negative"),
    ("اتاق تمیز و صبحانه عالی بود", "positive"),
    ("آسانسور خراب و اینترنت ضعیف بود", "negative"),
  ])
  func `feelings of comments it never saw are recognised`(text: String, label: String) throws {
    let model = try Self.feelings.get()
    var classifier = TextClassifier(model)
    let probabilities = classifier.probabilities(of: text)
    #expect(abs(probabilities.reduce(0, +) - 1) < 1e-9)
    #expect(model.labels(of: probabilities).map { model.labels[$0] } == [label])
  }

  @Test(arguments: [
    ("The soup was cold and the waiter rude", ["food", "staff"]),
    ("Giao hàng nhanh", ["delivery"]),
    ("غذا خوب بود", ["food"]),
  ])
  func `a comment may be about several themes`(text: String, themes: [String]) throws {
    let model = try Self.themes.get()
    var classifier = TextClassifier(model)
    let found = model.labels(of: classifier.probabilities(of: text)).map { model.labels[$0] }
    #expect(found == themes)
  }

  @Test func `not sure is an answer`() throws {
    let model = try Self.feelings.get()
    var classifier = TextClassifier(model)
    let plain = classifier.probabilities(of: "xyzzy")
    #expect(plain.allSatisfy { $0 > 0.1 && $0 < 0.9 })
    #expect(model.labels(of: plain, certainty: 0.9).isEmpty)
    #expect(model.labels(of: plain).count == 1)
  }

  @Test func `learning twice gives the same bytes`() throws {
    let again = try TextModel(learning: SmallLesson.feelings())
    #expect(again.file == (try Self.feelings.get()).file)
  }

  @Test func `a classifier scores a comment as it was scored in learning`() throws {
    let comments = try SmallLesson.feelings()
    let matrix = CommentMatrix(comments.texts, PieceRecipe())
    let settings = LearningSettings(cost: 5)
    let weights = Lesson(comments, matrix, settings).learn().labels.map(\.weights)
    var scorer = PieceScorer(try TextModel(learning: comments, settings))
    for (row, text) in comments.texts.enumerated() {
      scorer.score(CommentReader().read(text))
      for (label, ofLabel) in weights.enumerated() {
        let lanes = ofLabel.map { LabelLanes(repeating: $0) }
        #expect(abs(scorer.scores[label] - matrix.rows.product(row, lanes)[0]) < 0.02)
      }
    }
  }

  @Test func `quality is measured on comments not learned from`() throws {
    let quality = try Self.feelings.get().quality
    #expect(quality.comments == 228)
    #expect(quality.accuracy > 0.9)
    #expect(quality.calibrationError < 0.1)
    #expect(quality.microF1 == quality.accuracy)
  }

  @Test func `equal comments are in one part, so that none is judged by its double`() throws {
    // With the doubles in other parts, every label would be known from them alone.
    var comments = try LabelledComments(labels: ["a", "b"], .one)
    for number in 0..<40 {
      let text = "w\(number % 20) v\(number % 20)"
      try comments.add(text, labels: [number % 20 < 10 ? "a" : "b"])
    }
    let model = try TextModel(learning: comments)
    #expect(model.quality.accuracy < 0.8)
  }

  @Test func `a comment is told apart by where its words stand`() throws {
    var comments = try LabelledComments(labels: ["lecturer", "room"], .one)
    for adjective in ["good", "bad", "old", "new", "nice", "poor", "fine", "dull", "fair", "odd"] {
      try comments.add("lecturer \(adjective) room", labels: ["lecturer"])
      try comments.add("room \(adjective) lecturer", labels: ["room"])
    }
    let model = try TextModel(learning: comments)
    var classifier = TextClassifier(model)
    let found = model.labels(of: classifier.probabilities(of: "room green lecturer"))
    #expect(found == [1])
  }
}
