import CXText

/// A theme of which a comment speaks.
struct ThemeMention: Hashable, Sendable {
  /// The theme’s place in the list.
  let theme: Int

  /// How the writer felt about it: as in the clauses that speak of it, neutral where they differ.
  private(set) var feeling: Feeling

  private var isNegative: Bool
  private var isPositive: Bool

  init(theme: Int, feeling: Feeling) {
    self.theme = theme
    self.feeling = feeling
    isNegative = feeling == .negative
    isPositive = feeling == .positive
  }

  /// Takes in how another clause feels about it.
  mutating func add(_ clause: Feeling) {
    isNegative = isNegative || clause == .negative
    isPositive = isPositive || clause == .positive
    feeling =
      isNegative == isPositive ? .neutral : isNegative ? .negative : .positive
  }

  /// What a comment speaks of, by the words or the clause that say so.
  init(_ touch: ThemeTouch, _ feeling: CommentFeeling) {
    self.init(theme: touch.theme, feeling: .neutral)
    for words in touch.words { add(feeling.estimate(of: words).feeling) }
  }
}
