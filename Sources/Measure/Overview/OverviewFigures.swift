import CXMetrics
import Facts
import Kernel
import Listen

/// What an overview shows, before it has words.
struct OverviewFigures: Sendable {
  let request: OverviewRequest
  let today: Day
  let calendar: BusinessCalendar

  /// Nil for all time.
  let period: Period?
  let comparison: Period?
  let options: [MeasureOption]

  /// Every dimension met so far, with its values.
  let values: [String: [String]]

  /// What is measured; nil while nothing is asked that could be.
  var option: MeasureOption?
  var groups: Figures?
  var groupsBefore: Figures?
  var channels: Figures?
  var trend: Figures?

  /// Nil for whoever may not read answers.
  var comments: [Comment]?

  init(
    request: OverviewRequest,
    today: Day,
    calendar: BusinessCalendar,
    period: Period?,
    comparison: Period?,
    options: [MeasureOption],
    values: [String: [String]]
  ) {
    self.request = request
    self.today = today
    self.calendar = calendar
    self.period = period
    self.comparison = comparison
    self.options = options
    self.values = values
  }

  /// What tells the business's places apart: branches for whoever has some, else touchpoints.
  var placeDimension: String { (values["unit"]?.count ?? 0) > 1 ? "unit" : "touchpoint" }

  /// What the answers are split by: as asked, else the places, else, where one place alone is
  /// looked at, the touchpoints within it.
  var dimension: String {
    if let chosen = request.chosenDimension { return chosen }
    let isNarrowed = request.filters.contains { filter in
      filter.dimension == placeDimension && filter.values.count == 1
    }
    return isNarrowed ? "touchpoint" : placeDimension
  }

  var total: Estimate? { groups.flatMap { $0.estimate(of: $0.overall) } }

  /// Months up to the period's end: a year of them, or as many as the period has.
  var trendPeriod: Period? {
    guard let period else { return nil }
    var start = calendar.start(of: .month, containing: period.end + -1)
    for _ in 1..<OverviewDesk.monthsMax {
      start = calendar.start(of: .month, containing: start + -1)
    }
    return Period(
      start: min(start, calendar.start(of: .month, containing: period.start)),
      end: period.end
    )
  }

  /// The change of everything together: one planned test.
  var change: FigureChange? {
    guard let groups, let groupsBefore else { return nil }
    return groups.question.measure.change(
      from: groupsBefore.overall,
      to: groups.overall,
      groups.question.confidence
    )
  }

  /// A group's change, by the group's value.
  struct GroupChange: Sendable {
    let value: String
    var change: FigureChange
  }

  /// The groups that both periods have answers enough of, corrected for being looked at together;
  /// the surest first, of equally sure ones the farthest moved.
  var changes: [GroupChange] {
    guard let groups, let groupsBefore else { return [] }
    let before = Dictionary(
      groupsBefore.groups.map { ($0.values.first ?? "", $0.tally) },
      uniquingKeysWith: { first, _ in first }
    )
    let moved = groups.groups.compactMap { group -> GroupChange? in
      let value = group.values.first ?? ""
      guard !value.isEmpty, let earlier = before[value] else { return nil }
      return groups.question.measure.change(
        from: earlier,
        to: group.tally,
        groups.question.confidence
      ).map { GroupChange(value: value, change: $0) }
    }
    return zip(moved, moved.map(\.change).corrected).map {
      GroupChange(value: $0.value, change: $1)
    }
    .sorted { left, right in
      let (a, b) = (left.change, right.change)
      if a.verdict != b.verdict { return a.verdict.rank < b.verdict.rank }
      if a.value.magnitude != b.value.magnitude { return a.value.magnitude > b.value.magnitude }
      return left.value < right.value
    }
  }
}

extension FigureChange.Verdict {
  fileprivate var rank: Int {
    switch self {
    case .real: 0
    case .early: 1
    case .chance: 2
    }
  }
}
