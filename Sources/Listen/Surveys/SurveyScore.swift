package import Kernel

/// What a survey's leading question says, in the words of a language.
package struct SurveyScore: Hashable, Sendable {
  /// `NPS`
  package let measure: String

  /// `44`
  package let value: String

  /// `40 to 48`
  package let range: String

  /// Scores that it is made of.
  package let count: Int

  /// Whether they are too few to compare it with others.
  package let isLowBase: Bool

  /// Where it is looked into.
  package let href: String

  package init(
    measure: String,
    value: String,
    range: String,
    count: Int,
    isLowBase: Bool,
    href: String
  ) {
    self.measure = measure
    self.value = value
    self.range = range
    self.count = count
    self.isLowBase = isLowBase
    self.href = href
  }

  /// By a survey's token, its score; surveys without one are left out.
  package typealias Source = @Sendable (Language) async throws -> [String: SurveyScore]
}

extension [ScoredQuestion] {
  /// By a survey's token, the question whose score stands for the whole survey.
  package var leads: [String: ScoredQuestion] {
    Dictionary(grouping: filter { $0.kind.leadRank != nil }, by: \.survey).compactMapValues {
      $0.min { ($0.kind.leadRank ?? 9, $0.id) < ($1.kind.leadRank ?? 9, $1.id) }
    }
  }
}
