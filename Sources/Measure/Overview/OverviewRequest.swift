import CXMetrics
import Kernel
import Web

/// The overview's address as a value: what is measured, when, where, against what and by what.
///
/// `?measure=nps&scale=0-10&period=last-90-days&against=previous&by=unit&where=channel:web`. A page
/// forgives: what it does not understand it names and leaves out, and the rest stays.
struct OverviewRequest: Hashable, Sendable {
  var measure: FigureMeasure?
  var survey: String?
  var key: String?
  var period: Choice = .named(.last90Days)
  var against: Comparison? = .previous

  /// Nil for what tells the business's places apart best.
  var chosenDimension: String?
  var filters: [FigureQuestion.Filter] = []

  /// The days as they were typed, so that a mistake can be mended.
  var typedDays = Days()

  /// What was not understood.
  var faults: [Fault] = []

  enum Choice: Hashable, Sendable {
    case named(NamedPeriod)

    /// Chosen days, the last included in what people type and left out here.
    case chosen(Period)
  }

  struct Days: Hashable, Sendable {
    var from = ""
    var to = ""
  }

  struct Fault: Hashable, Sendable {
    let field: String

    /// As it was typed.
    let text: String

    /// In the catalogue, below `overview.fault.`.
    let reason: String
  }

  static let dimensions = ["touchpoint", "channel", "unit", "employee", "product", "language"]

  init() {}

  init(_ fields: FormFields) {
    survey = Self.filled(fields["survey"])
    key = Self.filled(fields["question"])
    readMeasure(fields)
    readPeriod(fields)
    if let text = Self.filled(fields["against"]) {
      against = Comparison(rawValue: text)
      if against == nil, text != "none" { refuse("against", text, "unknown") }
    }
    chosenDimension = Self.filled(fields["by"]).map { String($0.prefix(Self.nameMax)) }
    for text in fields.all("where").prefix(Self.conditionsMax) where !text.isEmpty {
      if !add(condition: text) { refuse("where", text, "unknown") }
    }
  }

  private static let nameMax = 40
  private static let conditionsMax = 20

  private static func filled(_ text: String?) -> String? {
    text.flatMap { $0.isEmpty ? nil : $0 }
  }

  private mutating func refuse(_ field: String, _ text: String, _ reason: String) {
    faults.append(Fault(field: field, text: String(text.prefix(Self.nameMax)), reason: reason))
  }

  /// `measure=nps&scale=0-10`, or in one piece, as a list of choices sends it: `measure=nps:0-10`.
  private mutating func readMeasure(_ fields: FormFields) {
    guard let text = Self.filled(fields["measure"]) else {
      if let scale = fields["scale"].flatMap(RecommendScale.init) {
        measure = .netPromoterScore(scale)
      }
      return
    }
    let parts = text.split(separator: ":").map(String.init)
    measure = try? FigureMeasure(
      name: parts.first ?? "",
      scale: parts.dropFirst().first ?? fields["scale"]
    )
    if parts.count == 4 { (survey, key) = (parts[2], parts[3]) }
    if measure == nil { refuse("measure", text, "unknown") }
  }

  private mutating func readPeriod(_ fields: FormFields) {
    if let text = Self.filled(fields["period"]), text != "chosen" {
      if let named = NamedPeriod(rawValue: text) {
        period = .named(named)
      } else {
        refuse("period", text, "unknown")
      }
      return
    }
    let (fromText, toText) = (Self.filled(fields["from"]), Self.filled(fields["to"]))
    typedDays = Days(from: fromText ?? "", to: toText ?? "")
    guard fromText != nil || toText != nil else { return }
    let (from, to) = (fromText.flatMap { Day(typed: $0) }, toText.flatMap { Day(typed: $0) })
    if let fromText, from == nil { refuse("from", fromText, "day") }
    if let toText, to == nil { refuse("to", toText, "day") }
    guard let from, let to else { return }
    if to < from {
      refuse("to", to.description, "before")
    } else {
      period = .chosen(Period(start: from, end: to + 1))
    }
  }

  /// Several conditions on one dimension widen it, on different ones they narrow.
  private mutating func add(condition: String) -> Bool {
    let halves = condition.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty, halves[0].count <= Self.nameMax else {
      return false
    }
    let (dimension, value) = (String(halves[0]), String(halves[1]))
    if let index = filters.firstIndex(where: { $0.dimension == dimension }) {
      guard !filters[index].values.contains(value) else { return true }
      filters[index] = .init(dimension: dimension, values: filters[index].values + [value])
    } else {
      filters.append(.init(dimension: dimension, values: [value]))
    }
    return true
  }
}

// MARK: - Days

extension OverviewRequest {
  /// The days that count; nil for all time.
  func period(today: Day, _ calendar: BusinessCalendar) -> Period? {
    switch period {
    case .named(let named): named.period(today: today, calendar)
    case .chosen(let period): period
    }
  }

  /// The days measured against; nil where nothing is compared.
  func comparison(today: Day, _ calendar: BusinessCalendar) -> Period? {
    guard let against else { return nil }
    switch (period, against) {
    case (.named(let named), _):
      return named.comparison(against, today: today, calendar)
    case (.chosen(let period), .previous):
      return Period(start: period.start + -period.length, end: period.start)
    case (.chosen(let period), .yearBefore):
      return calendar.yearBefore(period)
    }
  }
}

// MARK: - The address

extension OverviewRequest {
  /// The query of this view, in one spelling, without what is said by default; empty for the
  /// overview as it opens.
  var query: String {
    let standard = OverviewRequest()
    var fields: [(String, String)] = []
    if let measure {
      fields.append(("measure", measure.name))
      if measure.scaleName != "0-10" { fields.append(("scale", measure.scaleName)) }
    }
    if let survey { fields.append(("survey", survey)) }
    if let key { fields.append(("question", key)) }
    switch period {
    case .named(let named):
      if period != standard.period { fields.append(("period", named.rawValue)) }
    case .chosen(let chosen):
      fields.append(("from", chosen.start.description))
      fields.append(("to", (chosen.end + -1).description))
    }
    if against != standard.against { fields.append(("against", against?.rawValue ?? "none")) }
    if let chosenDimension { fields.append(("by", chosenDimension)) }
    for filter in filters {
      for value in filter.values { fields.append(("where", "\(filter.dimension):\(value)")) }
    }
    return fields.map { "\($0.0)=\($0.1.percentEncoded)" }.joined(separator: "&")
  }

  /// The address of this view on a page.
  func href(_ path: String = "/") -> String { query.isEmpty ? path : "\(path)?\(query)" }

  func with(_ change: (inout OverviewRequest) -> Void) -> OverviewRequest {
    var other = self
    change(&other)
    return other
  }
}

extension String {
  /// Every byte but letters, digits and `-._~` escaped, as a query wants it.
  fileprivate var percentEncoded: String {
    var text = ""
    for byte in utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 95, 126: text.append(Character(UnicodeScalar(byte)))
      default:
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}
