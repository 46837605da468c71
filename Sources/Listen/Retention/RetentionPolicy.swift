import Kernel

/// How long people's words, and the house's own lines about them, are kept.
struct RetentionPolicy: Hashable, Sendable {
  /// Calendar months; nil keeps answers for ever.
  var answerMonths: Int?
  var manner = Manner.strip

  /// Calendar months; nil keeps the audit trail for ever.
  var trailMonths: Int?

  /// What becomes of an answer whose time is over.
  enum Manner: String, CaseIterable, Hashable, Sendable {
    /// Words, person and keys go; scores, places and picks go on counting.
    case strip

    /// All of it goes, and figures of its day change.
    case erase
  }

  /// Fifty years; longer is for ever.
  static let months = 1...600

  /// The first moment that is kept.
  ///
  /// A month earlier than the 31st is the last day of a shorter month.
  static func start(keeping months: Int, on today: Day) -> Instant {
    let (year, month, day) = today.gregorian
    let count = year * 12 + month - 1 - months
    let (startYear, startMonth) = (count / 12, count % 12 + 1)
    let start = (0..<4).lazy.compactMap { Day(year: startYear, month: startMonth, day: day - $0) }
    return Instant(milliseconds: Int64((start.first ?? today).rawValue) * 86_400_000)
  }
}
