import Testing

@testable import CXText

/// Why a comment got its label.
struct ExplanationTests {
  private static let model = Result { try TextModel(learning: SmallLesson.feelings()) }

  @Test(arguments: [
    ("The room was cold", "negative", ["cold"]),
    ("Phòng này rất nhiệt tình", "positive", ["nhiệt", "tình"]),
    ("اتاق خیلی کثیف بود", "negative", ["کثیف"]),
  ])
  func `the words that weighed most are those a reader would name`(
    text: String,
    label: String,
    words: [String]
  ) throws {
    var classifier = TextClassifier(try Self.model.get())
    let explanation = try classifier.explanation(of: label, for: text)
    #expect(explanation.probability > 0.5)
    let weightiest = try #require(explanation.words.first)
    #expect(words.contains(weightiest.text))
    #expect(weightiest.weight > 0)
    #expect(abs(explanation.words.reduce(0) { $0 + $1.share } - 1) < 1e-9)
  }

  @Test func `words are quoted as they were written, from where they stand`() throws {
    var classifier = TextClassifier(try Self.model.get())
    let text = "😀 TERRIBLE Service!!"
    let explanation = try classifier.explanation(of: "negative", for: text)
    for word in explanation.words {
      let quoted = String(decoding: Array(text.utf8)[word.source], as: UTF8.self)
      #expect(quoted == word.text)
    }
    #expect(explanation.words.map(\.text).contains("TERRIBLE"))
  }

  @Test func `weights make up the score but for the start and the length`() throws {
    let model = try Self.model.get()
    var classifier = TextClassifier(model)
    let words = "The rude clerk was awful"
    let more = try classifier.explanation(of: "negative", for: words)
    let less = try classifier.explanation(of: "positive", for: words)
    let sums = (
      more.words.reduce(0) { $0 + $1.weight }, less.words.reduce(0) { $0 + $1.weight }
    )
    #expect(abs(sums.0 + sums.1) < 1e-9)
    #expect(sums.0 > 0)
  }

  @Test func `an empty comment has no words to name, and a strange label is refused`() throws {
    var classifier = TextClassifier(try Self.model.get())
    #expect(try classifier.explanation(of: "positive", for: "").words.isEmpty)
    #expect(throws: TextRefusal.unknownLabel("joy")) {
      try classifier.explanation(of: "joy", for: "good")
    }
  }
}
