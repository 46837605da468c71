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

  /// What the words of a comment speak of, a theme once, by its place.
  static func all(_ touches: [ThemeWords.Touch], _ feeling: CommentFeeling) -> [ThemeMention] {
    var found: [ThemeMention] = []
    for touch in touches {
      let felt = feeling.estimate(of: touch.words).feeling
      if let place = found.firstIndex(where: { $0.theme == touch.theme }) {
        found[place].add(felt)
      } else {
        found.append(ThemeMention(theme: touch.theme, feeling: felt))
      }
    }
    return found.sorted { $0.theme < $1.theme }
  }
}
