import CXMetrics
import Kernel
import Mustache
import Web

/// Asks what a measure should reach.
struct GoalPage: Page {
  static let template = MustacheTemplate(embedded: Templates.goal)
  static let path = "/goals"

  let t: [String: String]
  let title: String
  let csrf: String
  let measure: String

  /// The query of the overview that the way back leads to.
  let back: String
  let backHref: String

  /// As it was typed.
  let typed: String
  let hint: String
  let error: String?
  let isSet: Bool

  init(
    _ option: MeasureOption,
    now goal: Double?,
    typed: String? = nil,
    back: String,
    csrf: String,
    in language: Language
  ) {
    let words = Catalogue.of(language)
    let limits = option.measure.limits
    t = words.section("goal")
    title = words.text("goal.title", ["measure": option.name(words)])
    self.csrf = csrf
    measure = option.address
    self.back = back
    backHref = back.isEmpty ? "/" : "/?\(back)"
    let known =
      goal.map { goal in
        let places = goal == goal.rounded() ? 0 : 1
        return NumberText.decimal(goal, places: places, in: language)
      } ?? ""
    self.typed = typed ?? known
    let ends = [
      "low": NumberText.integer(Int(limits.lowerBound), in: language),
      "high": NumberText.integer(Int(limits.upperBound), in: language),
    ]
    hint = words.text("goal.hint", ends)
    error = typed == nil ? nil : words.text("goal.refused", ends)
    isSet = goal != nil
  }

  static func href(of option: MeasureOption, back: String) -> String {
    let fields = [("measure", option.address), ("back", back)]
    return path + "?" + FormFields(fields.map { .init(name: $0, value: $1) }).urlEncoded
  }
}
