import CXMetrics
import Kernel
import Mustache
import Web

/// The overview in words and pictures.
struct OverviewPage: Page {
  static let template = MustacheTemplate(embedded: Templates.overview)
  static let styles = Asset("overview.css", Assets.overview_css)

  let t: [String: String]
  let hatching = ShareBar.hatching
  let finding: String
  let explanation: String
  let empty: Bool
  let scales: ScaleSwitch?
  let score: OverviewScore?
  let trend: OverviewTrend?
  let places: OverviewPlaces?

  struct ScaleSwitch: Sendable {
    let items: [Item]

    struct Item: Sendable {
      let name: String
      let href: String
      let isCurrent: Bool
    }
  }

  init(_ figures: OverviewFigures, in language: Language) {
    let words = Catalogue.of(language)
    t = words.section("overview")
    let overall = figures.byMonth.flatMap { $0.estimate(of: $0.overall) }
    let verdict = Self.verdict(overall)
    finding = words["overview.finding.\(verdict)"]
    explanation = words["overview.explanation.\(overall == nil ? "none" : "some")"]
    empty = overall == nil
    let shown = figures.byMonth?.question.measure.scaleName
    scales =
      figures.scales.count < 2
      ? nil
      : ScaleSwitch(
        items: figures.scales.map {
          ScaleSwitch.Item(
            name: NumberText.localized($0.rawValue.replacing("-", with: "–"), in: language),
            href: "/?scale=\($0.rawValue)",
            isCurrent: $0.rawValue == shown
          )
        }
      )
    score = figures.byMonth.flatMap { OverviewScore($0, in: language) }
    trend = figures.byMonth.flatMap { OverviewTrend($0, in: language) }
    places = figures.byTouchpoint.flatMap { OverviewPlaces($0, in: language) }
  }

  /// Only what the interval bears out is said.
  private static func verdict(_ estimate: Estimate?) -> String {
    guard let estimate else { return "none" }
    if estimate.isLowBase { return "low" }
    if estimate.low > 0 { return "good" }
    return estimate.high < 0 ? "bad" : "open"
  }
}

/// The one number, its interval, and who is behind it.
struct OverviewScore: Sendable {
  let value: String
  let interval: String
  let count: String
  let lowBase: String?

  /// Said where the adjusted interval, drawn towards the middle, misses the score it belongs to.
  let leaning: String?

  let shares: String
  let scale: String
  let detractors: String
  let passives: String
  let promoters: String

  init?(_ figures: Figures, in language: Language) {
    guard case .netPromoterScore(let recommendScale) = figures.question.measure,
      let estimate = figures.estimate(of: figures.overall)
    else { return nil }
    let words = Catalogue.of(language)
    let counts = NetPromoterCounts(figures.overall, scale: recommendScale)
    let groups = [counts.detractors, counts.passives, counts.promoters].map {
      Double($0) / Double(counts.total)
    }
    let texts = zip(["detractors", "passives", "promoters"], groups).map { name, share in
      words.text(
        "overview.\(name)",
        ["share": NumberText.percent(100 * share, in: language)]
      )
    }
    value = NumberText.rounded(estimate.value, in: language)
    interval = words.text(
      "overview.interval",
      [
        "confidence": NumberText.percent(100 * figures.question.confidence.level, in: language),
        "low": NumberText.rounded(estimate.low, in: language),
        "high": NumberText.rounded(estimate.high, in: language),
      ]
    )
    count = words.plural("answers", estimate.count)
    lowBase = estimate.isLowBase ? words["overview.low_base"] : nil
    let holdsScore = (estimate.low...estimate.high).contains(estimate.value)
    leaning = holdsScore ? nil : words["overview.interval_leans"]
    (detractors, passives, promoters) = (texts[0], texts[1], texts[2])
    shares =
      ShareBar(
        id: "shares",
        title: words["overview.who"],
        description: texts.joined(separator: ", "),
        detractors: groups[0],
        passives: groups[1],
        promoters: groups[2],
        language: language
      ).svg
    scale =
      IntervalScale(
        id: "scale",
        title: words["overview.nps"],
        description: value + ". " + interval,
        value: estimate.value,
        interval: estimate.low...estimate.high,
        limits: figures.question.measure.limits,
        language: language
      ).svg
  }
}
