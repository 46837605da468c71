import CXMetrics
import Kernel
import Web

/// What the figures say, in one sentence, and where to look first.
///
/// Only what a test or an interval bears out is said.
struct OverviewStory: Sendable {
  let finding: String
  let lead: OverviewLead?
  let explanation: String

  /// What is compared with, as the end of a sentence: “the 90 days before”.
  let since: String

  init(_ figures: OverviewFigures, in language: Language) {
    let words = Catalogue.of(language)
    let measure = figures.option?.measure ?? .netPromoterScore(.zeroToTen)
    let text = MeasureText(measure: measure, language: language)
    since = Self.since(figures, words)
    let key = "overview.finding.\(Self.verdict(figures, measure))"
    finding = words.text(
      key,
      ["since": since, "value": figures.total.map { text.value($0.value) } ?? ""]
    )
    lead = OverviewLead(figures.changes, of: figures.dimension, text, words)
    explanation =
      figures.total == nil
      ? words["overview.explanation.none"]
      : figures.changes.isEmpty || lead != nil
        ? words["overview.explanation.\(measure.words)"] : words["overview.explanation.still"]
  }

  private static func verdict(_ figures: OverviewFigures, _ measure: FigureMeasure) -> String {
    guard let total = figures.total else { return "none" }
    if total.isLowBase { return "low" }
    if let change = figures.change, change.isReal {
      return change.value > 0 ? "up" : "down"
    }
    guard case .netPromoterScore = measure else { return "level.\(measure.words)" }
    if total.low > 0 { return "good" }
    return total.high < 0 ? "bad" : "open"
  }

  private static func since(_ figures: OverviewFigures, _ words: Catalogue) -> String {
    guard let against = figures.request.against, let comparison = figures.comparison else {
      return ""
    }
    if against == .yearBefore { return words["overview.since.year_before"] }
    switch figures.request.period {
    case .named(.thisMonth), .named(.lastMonth): return words["overview.since.month"]
    case .named(.thisQuarter), .named(.lastQuarter): return words["overview.since.quarter"]
    case .named(.thisYear), .named(.lastYear): return words["overview.since.year"]
    default: return words.plural("overview.since.days", comparison.length)
    }
  }
}

/// The one group to look at first: the farthest real fall, else the farthest real rise.
struct OverviewLead: Sendable {
  /// The sentence around the name.
  let before: String
  let name: String
  let after: String

  init?(
    _ changes: [OverviewFigures.GroupChange],
    of dimension: String,
    _ text: MeasureText,
    _ words: Catalogue
  ) {
    let real = changes.filter(\.change.isReal)
    guard let first = real.min(by: { $0.change.value < $1.change.value }),
      let best = real.max(by: { $0.change.value < $1.change.value })
    else { return nil }
    let chosen = first.change.value < 0 ? first : best
    let sentence = words.text(
      "overview.lead.\(chosen.change.value < 0 ? "fall" : "rise")",
      ["points": text.distance(chosen.change.value)]
    )
    let halves = sentence.split(
      separator: "{name}",
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    before = String(halves[0])
    after = halves.count > 1 ? String(halves[1]) : ""
    name = words.value(chosen.value, of: dimension)
  }
}
