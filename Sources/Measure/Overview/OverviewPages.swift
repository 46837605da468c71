import CXMetrics
import Kernel
import Mustache
import Web

/// The overview in words and pictures.
struct OverviewPage: Page {
  static let template = MustacheTemplate(embedded: Templates.overview)
  static let styles = Asset("overview.css", Assets.overview_css)
  static let script = Asset("overview.js", Assets.overview_js)

  let t: [String: String]

  /// What the page knows of, so that it hears of what came later.
  let pulse: String
  let hatching = ShareBar.hatching
  let finding: String
  let lead: OverviewLead?
  let explanation: String
  let empty: Bool
  let controls: OverviewControls
  let score: OverviewScore?
  let changes: OverviewChanges?
  let trend: OverviewTrend?
  let groups: OverviewGroups?
  let channels: OverviewChannels?
  let comments: OverviewComments?
  let how: How

  init(_ figures: OverviewFigures, at pulse: Int64, setsGoals: Bool, in language: Language) {
    self.pulse = String(pulse)
    let words = Catalogue.of(language)
    t = words.section("overview")
    let story = OverviewStory(figures, in: language)
    finding = story.finding
    lead = story.lead
    explanation = story.explanation
    empty = figures.options.isEmpty
    controls = OverviewControls(figures, in: language)
    score = OverviewScore(figures, story, setsGoals: setsGoals, in: language)
    changes = OverviewChanges(figures, story, in: language)
    trend = OverviewTrend(figures, in: language)
    groups = OverviewGroups(figures, in: language)
    channels = OverviewChannels(figures, in: language)
    comments = OverviewComments(figures, in: language)
    how = How(figures.option?.measure.words ?? "nps", words)
  }

  /// How each figure is computed: its formula and where that comes from.
  struct How: Sendable {
    let score: String
    let changes: String
    let trend: String
    let groups: String
    let channels: String

    init(_ measure: String, _ words: Catalogue) {
      score = words["overview.how.\(measure)"]
      changes = words["overview.how.test.\(measure)"] + " " + words["overview.how.change"]
      trend = words["overview.how.trend"]
      groups = words["overview.how.groups"]
      channels = words["overview.how.channels"]
    }
  }
}
