import Testing

@testable import CXText

/// Lists of words that speak of the same.
struct WordSenseTests {
  private static let lists = WordSense.english + WordSense.vietnamese + WordSense.persian

  @Test func `every word of a list is in the form in which comments are read`() {
    for list in Self.lists {
      for word in list.words.split(separator: " ") {
        let read = CommentReader().read(String(word))
        #expect(read.words.map(read.text) == [String(word)], "\(list.sense)")
      }
    }
  }

  @Test func `a word never met is understood by others of its sense`() throws {
    var comments = try LabelledComments(labels: ["food", "staff"], .one)
    for food in ["soup", "pizza", "salad", "steak", "sushi", "pasta", "bread", "coffee"] {
      try comments.add("we had the \(food) again", labels: ["food"])
    }
    for person in ["waiter", "hostess", "bartender", "manager", "server", "crew", "clerk", "staff"]
    {
      try comments.add("we had the \(person) again", labels: ["staff"])
    }
    let model = try TextModel(learning: comments)
    var classifier = TextClassifier(model)
    for (text, label) in [("we had the lobster again", 0), ("we had the cashier again", 1)] {
      #expect(model.labels(of: classifier.probabilities(of: text)) == [label])
    }
  }

  @Test(arguments: [
    (["خوشمزه", "تازه", "لذیذ", "محشر"], ["سرد", "خام", "سوخته", "شور"], "گندیده"),
    (["tốt", "đẹp", "ngon", "nhanh"], ["xấu", "kém", "chậm", "hỏng"], "tệ"),
  ])
  func `so are Persian and Vietnamese words of blame`(
    good: [String],
    bad: [String],
    unmet: String
  ) throws {
    var comments = try LabelledComments(labels: ["negative", "positive"], .one)
    for _ in 0..<3 {
      for word in good { try comments.add(word, labels: ["positive"]) }
      for word in bad { try comments.add(word, labels: ["negative"]) }
    }
    let model = try TextModel(learning: comments)
    var classifier = TextClassifier(model)
    #expect(classifier.probabilities(of: unmet)[0] > 0.5)
  }
}
