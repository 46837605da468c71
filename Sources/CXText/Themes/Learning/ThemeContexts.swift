private import Foundation

/// What stands around the words of themes: learned from many comments that nobody judged.
///
/// - Formula: of each comment the words that touch themes are hidden, and a classifier learns from
///   the rest which themes they touched, with probability p. Where a comment about a theme has a
///   word of it with probability c, one that has none is about it with the odds
///   p/(1 − p) · (1 − c)/c.
/// - Source: C. Elkan and K. Noto, KDD 2008, on learning from positives alone.
struct ThemeContexts: Sendable {
  let model: TextModel

  /// By theme: the label’s place in the model; nil where too few comments touch it.
  private let places: [Int?]

  /// So many comments are learned from, evenly taken from all.
  static let commentsMost = 20_000

  /// A theme touched by fewer is left out.
  static let touchedLeast = 15

  /// Nil where no theme is touched by enough comments, and by enough not.
  init?(_ words: ThemeWords, themes: Int, _ comments: [String]) {
    let step = max(1, comments.count / Self.commentsMost)
    let reader = CommentReader()
    var comment = ReadComment()
    var clues = ThemeClues(words, themes: themes)
    var texts: [(rest: String, themes: [Int])] = []
    var counts = Array(repeating: 0, count: themes)
    for place in stride(from: 0, to: comments.count, by: step) {
      reader.read(comments[place], into: &comment)
      clues.find(in: comment)
      clues.hide(in: comment)
      guard !clues.rest.words.isEmpty else { continue }
      let touched = (0..<themes).filter { clues.isTouched[$0] }
      for theme in touched { counts[theme] += 1 }
      texts.append((String(decoding: clues.rest.bytes, as: UTF8.self), touched))
    }
    let most = texts.count - Self.touchedLeast
    let used = (0..<themes).filter { counts[$0] >= Self.touchedLeast && counts[$0] <= most }
    guard !used.isEmpty,
      var labelled = try? LabelledComments(labels: used.map { "\($0)" }, .many)
    else { return nil }
    for text in texts {
      try? labelled.add(text.rest, labels: text.themes.filter(used.contains).map { "\($0)" })
    }
    let recipe = PieceRecipe(charactersMost: 0, marksPlace: false, marksOpinions: false)
    let settings = LearningSettings(recipe: recipe, cost: 2, folds: 3)
    guard let model = try? TextModel(learning: labelled, settings) else { return nil }
    self.model = model
    places = (0..<themes).map { used.firstIndex(of: $0) }
  }

  /// By theme, from the scores of the model: the logit of being touched, 0 where nothing is known.
  func logits(_ scores: [Float], _ logits: inout [Double]) {
    for (theme, place) in places.enumerated() {
      guard let place else {
        logits[theme] = Self.unknown
        continue
      }
      let scale = model.scales[place]
      logits[theme] = min(3, max(-6, Double(scale.slope * scores[place] + scale.offset)))
    }
  }

  /// Without a context few comments are about a theme.
  static let unknown = -3.0
}
