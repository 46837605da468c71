extension ThemeReader {
  /// The words of a comment that speak for a theme or against it, the weightiest first.
  ///
  /// A word of the theme’s list counts 2; what was learned of words and pairs is divided among
  /// their words.
  mutating func weighedWords(of text: String, theme: Int) -> [Explanation.WeighedWord] {
    let comment = CommentReader().read(text)
    _ = likelihood(of: theme, in: comment)
    var weights = Array(repeating: 0.0, count: comment.words.count)
    for touch in touches where touch.theme == theme {
      for word in touch.words { weights[word] += Self.weightOfListed / Double(touch.words.count) }
    }
    if let lesson = model.lessons[theme] {
      let hashes = comment.words.map { word in
        ThemeSteps.isFollowed(word.kind) ? WordHash.of(comment.bytes, in: word.form) : nil
      }
      for (place, hash) in hashes.enumerated() {
        guard let hash else { continue }
        weights[place] += lesson.weight(of: hash, among: pieces.count)
        guard place > 0, let before = hashes[place - 1] else { continue }
        let pair = lesson.weight(of: ThemeClues.pair(before, hash), among: pieces.count)
        weights[place - 1] += pair / 2
        weights[place] += pair / 2
      }
    }
    return Explanation.weighed(comment, text, weights)
  }

  private static let weightOfListed = 2.0
}

extension Explanation {
  /// The words that weigh anything, by their weight, with their shares.
  static func weighed(
    _ comment: ReadComment,
    _ text: String,
    _ weights: [Double]
  ) -> [WeighedWord] {
    let sum = weights.reduce(0) { $0 + abs($1) }
    let utf8 = Array(text.utf8)
    return zip(comment.words, weights).filter { $1 != 0 }
      .map { word, weight in
        WeighedWord(
          text: String(decoding: utf8[word.source], as: UTF8.self),
          source: word.source,
          weight: weight,
          share: abs(weight) / sum
        )
      }
      .sorted { (-abs($0.weight), $0.source.lowerBound) < (-abs($1.weight), $1.source.lowerBound) }
  }
}
