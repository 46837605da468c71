import Kernel
import Web

/// What a reader can look for: one form whose fields are the list's address.
struct AnswerFilterForm: Sendable {
  let q: String
  let surveys: Choices
  let hasSurveys: Bool
  let states: Choices
  let scores: Choices
  let flags: Choices
  let periods: Choices
  let from: String
  let to: String

  /// `date`, or `text` in a calendar that browsers have no field for.
  let dayKind: String
  let toError: String?
  let fromError: String?
  let places: [Place]

  /// What is not offered as a choice and holds all the same.
  let kept: [String]

  /// What is narrowed down now, each with a way to undo it.
  let active: [Active]
  let faults: [String]
  let isOpen: Bool

  struct Place: Sendable {
    let name: String
    let choices: Choices
  }

  struct Active: Sendable {
    let text: String
    let href: String
    let label: String
  }

  private static let dimensions = ["touchpoint", "channel", "unit", "language"]

  init(_ request: AnswerListRequest, _ scope: AnswerScope, _ words: AnswerWords) {
    let filter = request.filter
    q = filter.words ?? ""
    surveys = Self.choices(
      scope.surveys.map { ($0.token, $0.name) },
      chosen: filter.survey,
      all: words["all_surveys"]
    )
    hasSurveys = scope.surveys.count > 1 || filter.survey != nil
    states = Self.choices(
      AnswerState.allCases.map { ($0.rawValue, words.state($0)) },
      chosen: filter.state?.rawValue,
      all: words["all_states"]
    )
    scores = Self.choices(
      ScoreBand.allCases.map { ($0.rawValue, words["score.\($0.rawValue)"]) },
      chosen: filter.band?.rawValue,
      all: words["all_scores"]
    )
    flags = Self.choices(
      AnswerFilter.Flag.allCases.map { ($0.rawValue, words.flag($0.rawValue)) },
      chosen: filter.flag?.rawValue,
      all: words["all_flags"]
    )
    periods = Self.choices(
      NamedPeriod.allCases.filter { $0 != .allTime }.map { ($0.rawValue, Self.name($0, words)) },
      chosen: filter.period?.rawValue,
      all: words.words["overview.period.all-time"]
    )
    func typed(_ text: String, _ day: Day?) -> String {
      day.map { DayText.field($0, words.calendar, in: words.language) } ?? text
    }
    from = typed(request.typedFrom, filter.from)
    to = typed(request.typedTo, filter.to)
    dayKind = DayText.fieldKind(words.calendar)
    fromError = request.fault(at: "from").map { Self.sentence($0, words) }
    toError = request.fault(at: "to").map { Self.sentence($0, words) }
    places = Self.dimensions.compactMap { Self.place($0, filter, scope, words) }
    kept = Self.kept(filter)
    active = Self.active(request, scope, words)
    faults =
      request.faults.filter { $0.field != "from" && $0.field != "to" }
      .map { Self.sentence($0, words) } + Self.missing(filter, scope, words)
    isOpen =
      fromError != nil || toError != nil || filter.flag != nil || filter.from != nil
      || filter.to != nil || !filter.places.isEmpty
  }

  private static func sentence(_ fault: AnswerListRequest.Fault, _ words: AnswerWords) -> String {
    words.words.text("answers.fault.\(fault.reason)", ["text": fault.text])
  }

  private static func missing(
    _ filter: AnswerFilter,
    _ scope: AnswerScope,
    _ words: AnswerWords
  ) -> [String] {
    guard let token = filter.survey, scope.survey(token) == nil else { return [] }
    return [words["fault.survey"]]
  }

  private static func choices(
    _ known: [(value: String, text: String)],
    chosen: String?,
    all: String
  ) -> Choices {
    Choices(
      [.init("", all, isChosen: chosen == nil)]
        + known.map { .init($0.value, $0.text, isChosen: $0.value == chosen) }
    )
  }

  private static func place(
    _ dimension: String,
    _ filter: AnswerFilter,
    _ scope: AnswerScope,
    _ words: AnswerWords
  ) -> Place? {
    let chosen = filter.places.first { $0.dimension == dimension }?.values ?? []
    guard chosen.count < 2 else { return nil }
    let known = scope.values[dimension] ?? []
    let values = known + chosen.filter { !known.contains($0) }
    guard !values.isEmpty else { return nil }
    let name = words.dimension(dimension)
    let all = Choices.Choice(
      "",
      words["any"],
      isChosen: chosen.isEmpty
    )
    return Place(
      name: name,
      choices: Choices(
        [all]
          + values.map {
            .init(
              "\(dimension):\($0)",
              words.value($0, of: dimension),
              isChosen: chosen.contains($0)
            )
          }
      )
    )
  }

  private static func kept(_ filter: AnswerFilter) -> [String] {
    filter.places.filter { !dimensions.contains($0.dimension) || $0.values.count > 1 }
      .flatMap { place in place.values.map { "\(place.dimension):\($0)" } }
  }

  private static func active(
    _ request: AnswerListRequest,
    _ scope: AnswerScope,
    _ words: AnswerWords
  ) -> [Active] {
    let filter = request.filter
    var all: [Active] = []
    func add(_ text: String?, _ change: (inout AnswerFilter) -> Void) {
      guard let text else { return }
      all.append(
        Active(
          text: text,
          href: request.with(change).href(with: [("all", "yes")]),
          label: words.words.text("overview.remove", ["name": text])
        )
      )
    }
    add(filter.words.map { "“\($0)”" }) { $0.words = nil }
    add(filter.survey.map { scope.survey($0)?.name ?? $0 }) { $0.survey = nil }
    add(filter.state.map(words.state)) { $0.state = nil }
    add(filter.band.map { words["score.\($0.rawValue)"] }) { $0.band = nil }
    add(filter.flag.map { words.flag($0.rawValue) }) { $0.flag = nil }
    add(filter.period.map { name($0, words) }) { $0.period = nil }
    add(days(filter, words)) { ($0.from, $0.to) = (nil, nil) }
    for place in filter.places {
      for value in place.values {
        let text = "\(words.dimension(place.dimension)): \(words.value(value, of: place.dimension))"
        add(text) { $0 = $0.without(value, of: place.dimension) }
      }
    }
    return all
  }

  private static func name(_ period: NamedPeriod, _ words: AnswerWords) -> String {
    words.words["overview.period.\(period.rawValue)"]
  }

  private static func days(_ filter: AnswerFilter, _ words: AnswerWords) -> String? {
    func day(_ day: Day) -> String {
      DayText.text(day, words.calendar, in: words.language)
    }
    return switch (filter.from, filter.to) {
    case (let from?, let to?): from == to ? day(from) : "\(day(from)) – \(day(to))"
    case (let from?, nil): words.words.text("answers.since", ["day": day(from)])
    case (nil, let to?): words.words.text("answers.until", ["day": day(to)])
    case (nil, nil): nil
    }
  }
}
