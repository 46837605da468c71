import Kernel

/// What the form about keeping sends, as it was typed.
struct RetentionForm: Sendable {
  var answers: String
  var months: String
  var manner: RetentionPolicy.Manner
  var trail: String

  /// What stands for keeping for ever.
  static let forever = "0"

  /// Calendar months that are offered.
  static let offered = [3, 6, 12, 24, 36, 60, 120]

  init(_ policy: RetentionPolicy) {
    let isOffered = policy.answerMonths.map(Self.offered.contains) ?? true
    answers = isOffered ? policy.answerMonths.map(String.init) ?? Self.forever : Self.forever
    months = isOffered ? "" : policy.answerMonths.map(String.init) ?? ""
    manner = policy.manner
    trail = policy.trailMonths.map(String.init) ?? Self.forever
  }

  /// Nil where nothing was asked.
  init?(_ field: (String) -> String?) {
    guard let answers = field("answers") else { return nil }
    self.answers = answers
    months = field("months") ?? ""
    manner = field("manner").flatMap(RetentionPolicy.Manner.init) ?? .strip
    trail = field("trail") ?? Self.forever
  }

  /// Nil for a number of months that cannot be meant.
  var policy: RetentionPolicy? {
    let typed = AnswerText.trimmed(months)
    guard let answers = Self.months(typed.isEmpty ? answers : typed, orForever: typed.isEmpty),
      let trail = Self.months(trail, orForever: true)
    else { return nil }
    return RetentionPolicy(answerMonths: answers, manner: manner, trailMonths: trail)
  }

  private static func months(_ text: String, orForever: Bool) -> Int?? {
    if orForever, text == forever { return .some(nil) }
    guard let months = WholeNumber.parse(text), RetentionPolicy.months.contains(months) else {
      return nil
    }
    return months
  }
}
