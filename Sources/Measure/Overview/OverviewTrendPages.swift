import CXMetrics
import Kernel
import Web

/// The score month by month, as a picture and as its table.
struct OverviewTrend: Sendable {
  let chart: String
  let rows: [OverviewRow]
  let csv: String

  private struct Month {
    let label: String

    /// What fits below a picture on a phone.
    let shortLabel: String
    let estimate: Estimate?
  }

  /// Two years at most: what is older is for the files.
  static let monthsMax = 24

  init?(_ overview: OverviewFigures, in language: Language) {
    guard let figures = overview.trend else { return nil }
    let months = Self.months(of: figures).suffix(Self.monthsMax)
    guard months.count > 1 else { return nil }
    let words = Catalogue.of(language)
    let text = MeasureText(measure: figures.question.measure, language: language)
    let calendar = figures.question.calendar
    let named = months.map { month in
      Month(
        label: MonthName.text(of: month.start, calendar, words),
        shortLabel: MonthName.short(of: month.start, calendar, words),
        estimate: month.estimate
      )
    }
    csv = overview.csv("trend")
    rows = named.map { OverviewRow($0.label, $0.estimate, text) }
    chart =
      TrendChart(
        id: "trend-chart",
        title: words["overview.trend_title"],
        description: Self.finding(named, text, words),
        points: named.map { month in
          TrendChart.Point(
            label: month.shortLabel,
            reading: month.estimate.map {
              TrendChart.Reading(
                value: $0.value,
                low: $0.low,
                high: $0.high,
                isLowBase: $0.isLowBase
              )
            }
          )
        },
        goal: overview.goal,
        limits: figures.question.measure.limits,
        unit: figures.question.measure.unit,
        places: figures.question.measure.places,
        language: language
      ).svg
  }

  /// Every month from the first answer to the last, those without answers too.
  private static func months(of figures: Figures) -> [(start: Day, estimate: Estimate?)] {
    var estimates: [Day: Estimate] = [:]
    for group in figures.groups {
      if let start = group.period?.start { estimates[start] = figures.estimate(of: group.tally) }
    }
    guard var month = estimates.keys.min(), let last = estimates.keys.max() else { return [] }
    var months: [(start: Day, estimate: Estimate?)] = []
    while month <= last {
      months.append((month, estimates[month]))
      month = figures.question.calendar.period(of: .month, containing: month).end
    }
    return months
  }

  private static func finding(
    _ months: [Month],
    _ text: MeasureText,
    _ words: Catalogue
  ) -> String {
    let answered = months.filter { $0.estimate != nil }
    guard let first = answered.first, let last = answered.last, let from = first.estimate,
      let to = last.estimate
    else { return "" }
    return words.text(
      "overview.trend_finding",
      [
        "first": text.value(from.value), "from": first.label,
        "last": text.value(to.value), "to": last.label,
      ]
    )
  }
}

/// One line of a table of scores.
struct OverviewRow: Sendable {
  let label: String
  let value: String
  let between: String
  let count: String

  init(_ label: String, _ estimate: Estimate?, _ text: MeasureText) {
    self.label = label
    value = estimate.map { text.value($0.value) } ?? "–"
    between = estimate.map { text.between($0.low, $0.high) } ?? ""
    count = NumberText.integer(estimate?.count ?? 0, in: text.language)
  }

  /// A share of all with the number of those who are in it.
  init?(_ label: String, _ share: Proportion, _ words: Catalogue) {
    guard let estimate = share.estimate else { return nil }
    let language = words.language
    self.label = label
    value = NumberText.share(estimate.value, in: language)
    between = words.text(
      "overview.range",
      [
        "low": NumberText.share(estimate.low, in: language),
        "high": NumberText.share(estimate.high, in: language),
      ]
    )
    count = NumberText.integer(share.successes, in: language)
  }
}

/// Months as people call them, with the year.
enum MonthName {
  static func text(of start: Day, _ calendar: BusinessCalendar, _ words: Catalogue) -> String {
    let (year, month, _) = calendar.components(of: start)
    let name = words["month.\(calendar.system.rawValue).\(month)"]
    return name + " " + NumberText.localized(String(year), in: words.language)
  }

  /// The month alone; the first of a year with the year instead, so that years can be told.
  static func short(of start: Day, _ calendar: BusinessCalendar, _ words: Catalogue) -> String {
    let (year, month, _) = calendar.components(of: start)
    guard month > 1 else { return NumberText.localized(String(year), in: words.language) }
    return words["month.\(calendar.system.rawValue).\(month)"]
  }
}
