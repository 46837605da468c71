private import Foundation

/// Tells by a model which themes comments are about; one for each thread.
public struct ThemeReader: Sendable {
  /// The model that tells.
  public let model: ThemeModel

  private let reader = CommentReader()
  private var clues: ThemeClues
  private var scorer: PieceScorer?
  private let weights: LessonWeights
  private var sums: [Float]
  private var clause = ReadComment()
  private var contexts: [Double]
  private var logits: [Double]
  private let needsContexts: Bool

  /// A reader.
  public init(_ model: ThemeModel) {
    self.model = model
    clues = ThemeClues(model.words, themes: model.themes.count)
    scorer = model.contexts.map { PieceScorer($0.model) }
    weights = LessonWeights(model.lessons)
    sums = weights.themes.map { _ in 0 }
    contexts = Array(repeating: ThemeContexts.unknown, count: model.themes.count)
    logits = contexts
    needsContexts = !weights.themes.isEmpty
  }

  /// The themes of a comment, in their order.
  public mutating func themes(of comment: String) -> [ThemeTouch] {
    themes(of: reader.read(comment))
  }

  /// The themes of a comment that a ``CommentReader`` has read, in their order.
  public mutating func themes(of comment: borrowing ReadComment) -> [ThemeTouch] {
    clues.find(in: comment)
    if needsContexts { weigh(comment) }
    var found: [ThemeTouch] = []
    for theme in model.themes.indices where isTold(theme) {
      let isTouched = clues.isTouched[theme]
      found.append(
        ThemeTouch(
          theme: theme,
          probability: probability(theme),
          words: isTouched ? clues.touches.filter { $0.theme == theme }.map(\.words) : [],
          isLearned: !isTouched
        )
      )
    }
    return found.contains(where: \.isLearned) ? withClauses(found, in: comment) : found
  }

  /// How likely each theme is, in their order, from 0 through 1; 0.5 or more for those told.
  public mutating func probabilities(of comment: borrowing ReadComment) -> [Double] {
    clues.find(in: comment)
    weigh(comment)
    return model.themes.indices.map(probability)
  }

  /// How likely a theme is, whether it is told or not.
  mutating func likelihood(of theme: Int, in comment: borrowing ReadComment) -> Double {
    clues.find(in: comment)
    weigh(comment)
    return 1 / (1 + exp(-logits[theme]))
  }

  private func isTold(_ theme: Int) -> Bool {
    let isTouched = clues.isTouched[theme]
    return model.lessons[theme]?.isTold(logits[theme], isTouched: isTouched) ?? isTouched
  }

  private func probability(_ theme: Int) -> Double {
    if !needsContexts, clues.isTouched[theme] { return Self.touched }
    let likelihood = 1 / (1 + exp(-logits[theme]))
    return isTold(theme) ? max(0.5, likelihood) : min(0.5, likelihood)
  }

  private static let touched = 0.85

  /// Fills `logits`, after the clues of words were found.
  private mutating func weigh(_ comment: borrowing ReadComment) {
    if let found = model.contexts, scorer != nil {
      clues.hide(in: comment)
      scorer?.score(clues.rest)
      found.logits(scorer?.scores ?? [], &contexts)
    }
    clues.number(comment)
    weights.sum(clues.pieces, &sums)
    for theme in model.themes.indices {
      let isTouched = clues.isTouched[theme]
      logits[theme] = ThemePrior.logit(isTouched: isTouched, context: contexts[theme])
    }
    for (sum, theme) in zip(sums, weights.themes) {
      let learned = model.lessons[theme]?.logit(
        of: sum,
        clues.pieces.count,
        isTouched: clues.isTouched[theme],
        context: contexts[theme]
      )
      logits[theme] += learned ?? 0
    }
  }

  /// With the clause that speaks most for each theme of which no word is there.
  private mutating func withClauses(
    _ touches: [ThemeTouch],
    in comment: borrowing ReadComment
  ) -> [ThemeTouch] {
    let clauses = comment.clauses
    var best = weights.themes.map { _ in (sum: -Float.infinity, words: 0..<comment.words.count) }
    for words in clauses {
      clause.copy(words, of: comment)
      clues.number(clause)
      weights.sum(clues.pieces, &sums)
      let scale = 1 / Float(max(1, clues.pieces.count)).squareRoot()
      for place in best.indices where sums[place] * scale > best[place].sum {
        best[place] = (sums[place] * scale, words)
      }
    }
    return touches.map { touch in
      guard touch.isLearned, let place = weights.themes.firstIndex(of: touch.theme) else {
        return touch
      }
      return ThemeTouch(
        theme: touch.theme,
        probability: touch.probability,
        words: [best[place].words],
        isLearned: true
      )
    }
  }

  /// An example to learn from.
  mutating func example(_ text: String, theme: Int, isAbout: Bool) -> ThemeLesson.Example {
    let comment = reader.read(text)
    clues.find(in: comment)
    weigh(comment)
    return example(theme, isAbout: isAbout)
  }

  /// For each theme the comment as an example that is about it if one of its words is there.
  mutating func examples(_ text: String) -> [ThemeLesson.Example] {
    let comment = reader.read(text)
    clues.find(in: comment)
    weigh(comment)
    return model.themes.indices.map { example($0, isAbout: clues.isTouched[$0]) }
  }

  private func example(_ theme: Int, isAbout: Bool) -> ThemeLesson.Example {
    ThemeLesson.Example(
      pieces: clues.pieces,
      isTouched: clues.isTouched[theme],
      context: contexts[theme],
      isAbout: isAbout
    )
  }

  /// The numbers of the pieces of the comment judged last.
  var pieces: [UInt64] { clues.pieces }

  /// What touches in it.
  var touches: [ThemeWords.Touch] { clues.touches }
}
