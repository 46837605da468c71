import CXMetrics
import Kernel
import Web

/// What the measure should reach, and whether it has: said by the interval, not by the score.
struct OverviewGoal: Sendable {
  /// Nil where no goal is set.
  let verdict: String?

  /// Where it is set; nil for whoever may not.
  let href: String?
  let action: String
  let mark: IntervalScale.Mark?

  init(
    _ figures: OverviewFigures,
    _ estimate: Estimate,
    _ text: MeasureText,
    canBeSet: Bool,
    _ words: Catalogue
  ) {
    let goal = figures.goal
    let shown = goal.map { text.value($0) } ?? ""
    verdict = goal.map { goal in
      let key =
        estimate.low >= goal ? "reached" : estimate.high < goal ? "missed" : "open"
      return words.text("goal.verdict.\(key)", ["goal": shown])
    }
    mark = goal.map {
      IntervalScale.Mark(value: $0, label: words.text("chart.goal", ["value": shown]))
    }
    action = words[goal == nil ? "goal.set" : "goal.change"]
    href = figures.option.flatMap { option in
      canBeSet ? GoalPage.href(of: option, back: figures.request.query) : nil
    }
  }
}
