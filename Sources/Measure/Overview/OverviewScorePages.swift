import CXMetrics
import Kernel
import Web

/// The one number, its interval, what became of it, and who is behind it.
struct OverviewScore: Sendable {
  let name: String
  let value: String
  let change: OverviewTag?
  let moved: String
  let since: String
  let interval: String
  let count: String
  let period: String
  let lowBase: String?

  /// Said where the adjusted interval, drawn towards the middle, misses the score it belongs to.
  let leaning: String?
  let people: OverviewPeople?
  let goal: OverviewGoal
  let scale: String

  /// What the pictures show, one by one.
  let rows: [OverviewRow]
  let csv: String

  init?(
    _ figures: OverviewFigures,
    _ story: OverviewStory,
    setsGoals: Bool,
    in language: Language
  ) {
    guard let groups = figures.groups, let estimate = figures.total, let option = figures.option
    else { return nil }
    let words = Catalogue.of(language)
    let text = MeasureText(measure: option.measure, language: language)
    name = option.name(words)
    value = text.value(estimate.value)
    change = figures.change.map { OverviewTag($0, words) }
    moved = figures.change.map { text.change($0.value) } ?? ""
    since = story.since.isEmpty ? "" : words.text("overview.against_since", ["since": story.since])
    interval = words.text(
      "overview.interval",
      [
        "confidence": NumberText.percent(100 * groups.question.confidence.level, in: language),
        "low": text.value(estimate.low), "high": text.value(estimate.high),
      ]
    )
    count = words.plural("answers.count", estimate.count)
    period =
      figures.period.map { DayText.text($0, figures.calendar, in: language) }
      ?? words["overview.period.all-time"]
    lowBase = estimate.isLowBase ? words["overview.low_base"] : nil
    let holdsScore = (estimate.low...estimate.high).contains(estimate.value)
    leaning = holdsScore ? nil : words["overview.interval_leans"]
    people = OverviewPeople(groups.overall, option.measure, words)
    rows = Self.rows(figures, option.measure, named: (name, story.since), words)
    csv = figures.csv("score")
    let goal = OverviewGoal(figures, estimate, text, canBeSet: setsGoals, words)
    self.goal = goal
    scale =
      IntervalScale(
        id: "scale",
        title: name,
        description: value + ". " + interval,
        value: estimate.value,
        interval: estimate.low...estimate.high,
        marks: [Self.before(figures, text, words), goal.mark].compactMap(\.self),
        limits: option.measure.limits,
        unit: option.measure.unit,
        language: language
      ).svg
  }
}

extension OverviewScore {
  private static func before(
    _ figures: OverviewFigures,
    _ text: MeasureText,
    _ words: Catalogue
  ) -> IntervalScale.Mark? {
    figures.change.map { change in
      let before = text.value(change.before.value)
      let label = words.text("overview.mark_before", ["value": before])
      return IntervalScale.Mark(value: change.before.value, label: label)
    }
  }

  private static func rows(
    _ figures: OverviewFigures,
    _ measure: FigureMeasure,
    named names: (score: String, before: String),
    _ words: Catalogue
  ) -> [OverviewRow] {
    let text = MeasureText(measure: measure, language: words.language)
    let score = OverviewRow(names.score, figures.total, text)
    let before = figures.before.map { OverviewRow(names.before, $0, text) }
    let sides = zip(["good", "middle", "bad"], figures.sides).compactMap { side, part in
      OverviewRow(words["overview.key.\(measure.words).\(side)"], part.share, words)
    }
    return [score] + (before.map { [$0] } ?? []) + sides
  }
}

/// Who stands on which side, as a hundred people.
struct OverviewPeople: Sendable {
  let picture: String
  let bad: String
  let middle: String
  let good: String

  /// Nil for a measure without sides.
  init?(_ tally: Tally<11>, _ measure: FigureMeasure, _ words: Catalogue) {
    guard let sides = measure.sides(of: tally) else { return nil }
    let people = HundredPeople.hundred(of: sides)
    let texts = Self.texts(
      people.map { NumberText.integer($0, in: words.language) },
      measure,
      words
    )
    (bad, middle, good) = (texts[0], texts[1], texts[2])
    picture =
      HundredPeople(
        id: "people",
        title: words["overview.people"],
        description: texts.reversed().joined(separator: ", "),
        detractors: sides[0],
        passives: sides[1],
        promoters: sides[2],
        language: words.language
      ).svg
  }

  /// `14 % warn others`, side by side.
  static func texts(_ shares: [Double], _ measure: FigureMeasure, _ words: Catalogue) -> [String] {
    texts(
      shares.map { NumberText.share(100 * $0, in: words.language) },
      measure,
      words
    )
  }

  private static func texts(
    _ shares: [String],
    _ measure: FigureMeasure,
    _ words: Catalogue
  ) -> [String] {
    zip(["bad", "middle", "good"], shares).map { side, share in
      words.text("overview.side.\(measure.words).\(side)", ["share": share])
    }
  }
}

/// A change's verdict as a tag: never by colour alone.
struct OverviewTag: Sendable {
  let text: String
  let icon: String

  /// `good`, `bad` or nothing.
  let tone: String

  init(_ change: FigureChange, _ words: Catalogue) {
    text = words["overview.verdict.\(change.verdict.rawValue)"]
    guard change.isReal else {
      (icon, tone) = (Icon.wave.svg, "")
      return
    }
    icon = (change.value > 0 ? Icon.up : .down).svg
    tone = change.value > 0 ? "good" : "bad"
  }
}

extension MeasureOption {
  /// What people call it.
  func name(_ words: Catalogue) -> String {
    switch measure {
    case .netPromoterScore(.oneToTen): words["overview.measure.nps_1_10"]
    case .mean: key ?? words["overview.measure.mean"]
    default: words["overview.measure.\(measure.words)"]
    }
  }
}
