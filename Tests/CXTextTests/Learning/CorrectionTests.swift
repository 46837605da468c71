import Testing

@testable import CXText

/// What a model learns from people who put its answers right.
struct CorrectionTests {
  private static func probability(_ model: TextModel, _ text: String) -> Double {
    var classifier = TextClassifier(model)
    return classifier.probabilities(of: text)[1]
  }

  @Test(arguments: [
    "Sick beats, this place slaps", "Quán này đỉnh của chóp", "دمتون گرم، ترکوندید",
  ])
  func `a correction holds, also for words never seen`(text: String) throws {
    let model = try TextModel(learning: SmallLesson.feelings())
    for wanted in ["negative", "positive"] {
      var corrections = try LabelledComments(labels: model.labels, .one)
      try corrections.add(text, labels: [wanted])
      let corrected = try model.corrected(by: corrections)
      let probability = Self.probability(corrected, text)
      #expect(wanted == "positive" ? probability > 0.7 : probability < 0.3)
      #expect(corrected.quality.corrections == 1)
      #expect(try TextModel(file: corrected.file) == corrected)
    }
  }

  @Test func `other comments hardly move`() throws {
    let model = try TextModel(learning: SmallLesson.feelings())
    var corrections = try LabelledComments(labels: model.labels, .one)
    try corrections.add("Sick beats, this place slaps", labels: ["positive"])
    let corrected = try model.corrected(by: corrections)
    for text in SmallLesson.comments.map(\.text) {
      #expect(abs(Self.probability(model, text) - Self.probability(corrected, text)) < 0.1)
    }
  }

  @Test func `corrections with other labels are refused`() throws {
    let model = try TextModel(learning: SmallLesson.feelings())
    let other = try LabelledComments(labels: ["glad", "sad"], .one)
    #expect(throws: TextRefusal.unknownLabel("glad")) { try model.corrected(by: other) }
    let none = try LabelledComments(labels: model.labels, .one)
    #expect(throws: TextRefusal.noComments) { try model.corrected(by: none) }
  }
}
