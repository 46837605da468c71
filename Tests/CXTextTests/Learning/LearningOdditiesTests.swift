import CXMetrics
import Testing

@testable import CXText

/// Input as it comes: nothing, too much, and nonsense.
struct LearningOdditiesTests {
  @Test func `what cannot be learned from is refused with its reason`() throws {
    let none = try LabelledComments(labels: ["a", "b"], .one)
    #expect(throws: TextRefusal.noComments) { try TextModel(learning: none) }
    var equal = none
    try equal.add("good", labels: ["a"])
    try equal.add("fine", labels: ["a"])
    #expect(throws: TextRefusal.oneLabel("a")) { try TextModel(learning: equal) }
    #expect(throws: TextRefusal.unknownLabel("c")) { try equal.add("odd", labels: ["c"]) }
    #expect(throws: TextRefusal.notOneLabel(comment: 2)) { try equal.add("odd", labels: []) }
    #expect(throws: TextRefusal.notOneLabel(comment: 2)) {
      try equal.add("odd", labels: ["a", "b"])
    }
    #expect(equal.texts.count == 2)
    #expect(throws: TextRefusal.repeatedLabel("a")) {
      try LabelledComments(labels: ["a", "a"], .one)
    }
    #expect(throws: TextRefusal.tooManyLabels(count: 257, most: 256)) {
      try LabelledComments(labels: (0..<257).map { "l\($0)" }, .many)
    }
  }

  @Test func `labels may hold commas and any script`() throws {
    var comments = try LabelledComments(labels: ["giá, phí", "کیفیت"], .one)
    for (price, quality) in zip(["đắt quá", "giá cao"], ["کیفیت خوب", "جنس عالی"]) {
      try comments.add(price, labels: ["giá, phí"])
      try comments.add(quality, labels: ["کیفیت"])
    }
    let model = try TextModel(file: TextModel(learning: comments).file)
    #expect(model.labels == ["giá, phí", "کیفیت"])
  }

  @Test func `a label seen once, and one never seen, do not disturb the others`() throws {
    var comments = try LabelledComments(labels: ["negative", "odd", "positive", "unused"], .one)
    for comment in SmallLesson.comments {
      try comments.add(comment.text, labels: [comment.isGlad ? "positive" : "negative"])
    }
    try comments.add("quux", labels: ["odd"])
    let model = try TextModel(learning: comments)
    var classifier = TextClassifier(model)
    let probabilities = classifier.probabilities(of: "The rude clerk was awful")
    #expect(model.labels(of: probabilities) == [0])
    #expect(probabilities.allSatisfy { $0 >= 0 && $0 <= 1 })
  }

  @Test(arguments: [
    "", " ", "😀", "👨‍👩‍👧‍👦", "\u{202E}\u{200B}\u{200F}", "<b></b>", "!!!!", "\u{FFFD}",
    String(repeating: "a", count: 1 << 20), String(repeating: "ab ", count: 100_000),
  ])
  func `any comment has probabilities`(text: String) throws {
    let model = try TextModel(learning: SmallLesson.feelings())
    var classifier = TextClassifier(model)
    let probabilities = classifier.probabilities(of: text)
    #expect(probabilities.allSatisfy { $0 > 0 && $0 < 1 })
  }

  @Test func `bytes of any kind are classified`() throws {
    var classifier = TextClassifier(try TextModel(learning: SmallLesson.feelings()))
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let length = generator.next(below: 60)
      let bytes = (0..<length).map { _ in UInt8(generator.next(below: 256)) }
      let probabilities = classifier.probabilities(of: bytes.span)
      #expect(probabilities.allSatisfy { $0.isFinite })
    }
  }

  @Test func `comments of nonsense can be learned from`() throws {
    var comments = try LabelledComments(labels: ["a", "b"], .many)
    for text in ["", "😀", "\u{200B}", String(repeating: "z", count: 100_000), "a b"] {
      try comments.add(text, labels: text.count > 1 ? ["a"] : [])
    }
    let model = try TextModel(learning: comments)
    #expect(try TextModel(file: model.file) == model)
  }
}
