private import Foundation

/// Tells by a model which themes comments are about; one for each thread.
public struct ThemeReader: Sendable {
  /// The model that tells.
  public let model: ThemeModel

  private let reader = CommentReader()
  private var clues: ThemeClues
  private var scorer: PieceScorer?
  private var contexts: [Double]
  private var logits: [Double]
  private let needsContexts: Bool

  /// A reader.
  public init(_ model: ThemeModel) {
    self.model = model
    clues = ThemeClues(model.words, themes: model.themes.count)
    scorer = model.contexts.map { PieceScorer($0.model) }
    contexts = Array(repeating: ThemeContexts.unknown, count: model.themes.count)
    logits = contexts
    needsContexts = model.lessons.contains { $0 != nil }
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
    return found.map { touch in touch.isLearned ? withClause(touch, in: comment) : touch }
  }

  /// How likely each theme is, in their order, from 0 through 1; 0.5 or more for those told.
  public mutating func probabilities(of comment: borrowing ReadComment) -> [Double] {
    clues.find(in: comment)
    weigh(comment)
    return model.themes.indices.map(probability)
  }

  private func isTold(_ theme: Int) -> Bool {
    let isTouched = clues.isTouched[theme]
    return model.lessons[theme]?.isTold(logits[theme], isTouched: isTouched) ?? isTouched
  }

  private func probability(_ theme: Int) -> Double {
    if !needsContexts, clues.isTouched[theme] { return Self.touched }
    return 1 / (1 + exp(-logits[theme]))
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
    for theme in model.themes.indices {
      let isTouched = clues.isTouched[theme]
      let prior = ThemePrior.logit(isTouched: isTouched, context: contexts[theme])
      let learned = model.lessons[theme]?
        .logit(clues.pieces, isTouched: isTouched, context: contexts[theme])
      logits[theme] = prior + (learned ?? 0)
    }
  }

  /// With the clause that speaks most for a theme of which no word is there.
  private mutating func withClause(
    _ touch: ThemeTouch,
    in comment: borrowing ReadComment
  ) -> ThemeTouch {
    let clauses = comment.clauses
    var best = clauses.first ?? 0..<comment.words.count
    if clauses.count > 1 {
      var (highest, clause) = (-Double.infinity, ReadComment())
      for words in clauses {
        clause.copy(words, of: comment, marked: [])
        clues.find(in: clause)
        weigh(clause)
        if logits[touch.theme] > highest { (highest, best) = (logits[touch.theme], words) }
      }
    }
    return ThemeTouch(
      theme: touch.theme,
      probability: touch.probability,
      words: [best],
      isLearned: true
    )
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
