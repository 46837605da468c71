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

  /// What the business wants it to reach, as a whole and in every part; nil for none.
  var goal: Double?
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

  /// The same of what is compared with.
  var before: Estimate? { groupsBefore.flatMap { $0.estimate(of: $0.overall) } }

  /// The good, the middle and the bad side, and who of all stands there; none for a mean.
  var sides: [(name: String, share: Proportion)] {
    guard let groups, let counts = groups.question.measure.sides(of: groups.overall) else {
      return []
    }
    let total = counts.reduce(0, +)
    return zip(groups.question.measure.sideNames, counts.reversed()).compactMap { name, count in
      let share = try? Proportion(
        successes: count,
        trials: total,
        confidence: groups.question.confidence
      )
      return share.map { (name, $0) }
    }
  }

  /// By which road how many of all answers come, the widest road first.
  var channelShares: [(name: String, share: Proportion)] {
    guard let channels else { return [] }
    let total = channels.overall.total
    return channels.groups.sorted { $0.tally.total > $1.tally.total }.compactMap { group in
      let share = try? Proportion(
        successes: group.tally.total,
        trials: total,
        confidence: channels.question.confidence
      )
      return share.map { (group.values.first ?? "", $0) }
    }
  }

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
