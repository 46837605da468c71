import Kernel
import Web

/// What a reader can choose: one form whose fields are the address.
struct OverviewControls: Sendable {
  let periods: Choices
  let measures: Choices
  let hasMeasures: Bool
  let comparisons: Choices
  let dimensions: Choices

  /// The filter of the places stands outside, the others within.
  let mainFilter: Filter?
  let filters: [Filter]
  let from: String
  let to: String

  /// `date`, or `text` in a calendar that browsers have no field for.
  let dayKind: String

  /// What is narrowed down now, each with a way to undo it.
  let active: [Active]
  let faults: [String]
  let isOpen: Bool

  struct Filter: Sendable {
    let name: String
    let choices: Choices
  }

  struct Active: Sendable {
    let text: String
    let href: String
    let label: String
  }

  /// Values of one dimension in a list of choices; more are reached by the table's links.
  static let choicesMax = 200

  init(_ figures: OverviewFigures, in language: Language) {
    let words = Catalogue.of(language)
    let request = figures.request
    periods = Self.periods(request, words)
    measures = Choices(
      figures.options.map {
        .init($0.address, $0.name(words), isChosen: $0 == figures.option)
      }
    )
    hasMeasures = figures.options.count > 1
    comparisons = Self.comparisons(request, words)
    let names = Self.dimensionNames(figures)
    dimensions = Choices(
      names.map { .init($0, words.dimension($0), isChosen: $0 == figures.dimension) }
    )
    mainFilter = Self.filter(figures.placeDimension, figures, words)
    filters = names.filter { $0 != figures.placeDimension }
      .compactMap { Self.filter($0, figures, words) }
    func typed(_ text: String) -> String {
      Day(typed: text).map { DayText.field($0, figures.calendar, in: language) } ?? text
    }
    from = typed(request.typedDays.from)
    to = typed(request.typedDays.to)
    dayKind = DayText.fieldKind(figures.calendar)
    active = Self.active(request, words)
    faults = request.faults.map {
      words.text("overview.fault.\($0.reason)", ["text": $0.text])
    }
    isOpen = !faults.isEmpty || !from.isEmpty || !to.isEmpty
  }

  private static func periods(_ request: OverviewRequest, _ words: Catalogue) -> Choices {
    let named = NamedPeriod.allCases.map {
      Choices.Choice(
        $0.rawValue,
        words["overview.period.\($0.rawValue)"],
        isChosen: request.period == .named($0)
      )
    }
    let isChosen = if case .chosen = request.period { true } else { false }
    return Choices(
      named + [.init("chosen", words["overview.period.chosen"], isChosen: isChosen)]
    )
  }

  private static func comparisons(_ request: OverviewRequest, _ words: Catalogue) -> Choices {
    let known = Comparison.allCases.map {
      Choices.Choice(
        $0.rawValue,
        words["overview.against.\($0.rawValue)"],
        isChosen: request.against == $0
      )
    }
    let none = Choices.Choice(
      "none",
      words["overview.against.none"],
      isChosen: request.against == nil
    )
    return Choices(known + [none])
  }

  /// The usual ones and the business's own attributes, where anything is known of them.
  private static func dimensionNames(_ figures: OverviewFigures) -> [String] {
    let own = figures.values.keys.filter { !OverviewRequest.dimensions.contains($0) }.sorted()
    return (OverviewRequest.dimensions + own).filter {
      figures.values[$0]?.isEmpty == false || $0 == figures.dimension
    }
  }

  private static func filter(
    _ dimension: String,
    _ figures: OverviewFigures,
    _ words: Catalogue
  ) -> Filter? {
    let chosen = figures.request.filters.first { $0.dimension == dimension }?.values ?? []
    let known = figures.values[dimension] ?? []
    guard !known.isEmpty || !chosen.isEmpty else { return nil }
    let name = words.dimension(dimension)
    // What is filtered by stays a choice even when nothing has it any more.
    let values = (known.prefix(choicesMax) + chosen.filter { !known.contains($0) }).sorted()
    let all = Choices.Choice("", words.all(of: dimension), isChosen: chosen.isEmpty)
    let choices = values.map {
      Choices.Choice(
        "\(dimension):\($0)",
        words.value($0, of: dimension),
        isChosen: chosen.contains($0)
      )
    }
    return Filter(name: name, choices: Choices([all] + choices))
  }

  private static func active(_ request: OverviewRequest, _ words: Catalogue) -> [Active] {
    request.filters.flatMap { filter in
      filter.values.map { value in
        let name = words.value(value, of: filter.dimension)
        let text = "\(words.dimension(filter.dimension)): \(name)"
        return Active(
          text: text,
          href: request.with { $0.remove(value, of: filter.dimension) }.href(),
          label: words.text("overview.remove", ["name": text])
        )
      }
    }
  }
}

extension OverviewRequest {
  fileprivate mutating func remove(_ value: String, of dimension: String) {
    filters = filters.compactMap { filter in
      guard filter.dimension == dimension else { return filter }
      let rest = filter.values.filter { $0 != value }
      return rest.isEmpty ? nil : .init(dimension: dimension, values: rest)
    }
  }
}
