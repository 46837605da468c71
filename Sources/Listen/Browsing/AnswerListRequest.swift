import Kernel
import Web

/// The list's address as a value: which answers, and from where on.
///
/// `?survey=TOKEN&from=2026-11-01&state=new&score=bad&where=touchpoint:Harbour&q=late`. The page
/// forgives: what it does not understand it names, and the rest stays.
struct AnswerListRequest: Hashable, Sendable {
  var filter = AnswerFilter()

  /// Where the page begins; nil for the newest.
  var start: Start?

  /// Every match is counted, however long it takes.
  var countsAll = false

  /// The days as they were typed, so that a mistake can be mended.
  private(set) var typedFrom = ""
  private(set) var typedTo = ""
  private(set) var faults: [Fault] = []

  enum Start: Hashable, Sendable {
    /// What is older than this.
    case older(AnswerPosition)

    /// What is newer than this, nearest first.
    case newer(AnswerPosition)
  }

  struct Fault: Hashable, Sendable {
    let field: String

    /// As it was typed.
    let text: String

    /// In the catalogue, below `answers.fault.`.
    let reason: String
  }

  static let rowsPerPage = 50
  static let olderField = "older"
  static let newerField = "newer"
  static let countField = "count"
  private static let textMax = 200
  private static let placesMax = 20

  init() {}

  init(_ fields: FormFields) {
    filter.survey = Self.filled(fields["survey"])
    filter.words = Self.filled(fields["q"]).map { String($0.prefix(Self.textMax)) }
    filter.state = read("state", fields, AnswerState.init)
    filter.flag = read("flag", fields, AnswerFilter.Flag.init)
    filter.band = read("score", fields, ScoreBand.init)
    countsAll = fields[Self.countField] == "all"
    readDays(fields)
    for text in fields.all("where").prefix(Self.placesMax) where !text.isEmpty {
      let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, Question.isKey(String(halves[0])) else {
        refuse("where", text)
        continue
      }
      filter.add(String(halves[1].prefix(Self.textMax)), of: String(halves[0]))
    }
    if let position = fields[Self.olderField].flatMap({ AnswerPosition($0) }) {
      start = .older(position)
    } else if let position = fields[Self.newerField].flatMap({ AnswerPosition($0) }) {
      start = .newer(position)
    }
  }

  private static func filled(_ text: String?) -> String? {
    let trimmed = text?.trimmed
    return trimmed?.isEmpty == false ? trimmed : nil
  }

  /// A value that nothing has finds nothing, and is said to.
  private mutating func read<Value>(
    _ field: String,
    _ fields: FormFields,
    _ known: (String) -> Value?
  ) -> Value? {
    guard let text = Self.filled(fields[field]) else { return nil }
    let value = known(text)
    if value == nil { refuse(field, text) }
    return value
  }

  private mutating func refuse(_ field: String, _ text: String) {
    filter.isImpossible = true
    faults.append(Fault(field: field, text: String(text.prefix(40)), reason: "unknown"))
  }

  /// Days that cannot be are refused at their field, and the list is shown without them.
  private mutating func readDays(_ fields: FormFields) {
    if let text = Self.filled(fields["period"]), text != "chosen" {
      filter.period = read("period", fields, NamedPeriod.init)
      if filter.period == .allTime { filter.period = nil }
      return
    }
    typedFrom = Self.filled(fields["from"]) ?? ""
    typedTo = Self.filled(fields["to"]) ?? ""
    let (from, to) = (Day(typed: typedFrom), Day(typed: typedTo))
    for (field, text, day) in [("from", typedFrom, from), ("to", typedTo, to)]
    where !text.isEmpty && day == nil {
      faults.append(Fault(field: field, text: String(text.prefix(40)), reason: "day"))
    }
    if let from, let to, to < from {
      faults.append(Fault(field: "to", text: typedTo, reason: "before"))
      return
    }
    (filter.from, filter.to) = (from, to)
  }

  func fault(at field: String) -> Fault? { faults.first { $0.field == field } }
}

extension String {
  /// Without white space at its ends.
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}

// MARK: - The address

extension AnswerListRequest {
  static let path = "/answers"

  private var fields: [FormFields.Field] {
    var fields: [FormFields.Field] = []
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { fields.append(.init(name: name, value: value)) }
    }
    add("q", filter.words)
    add("survey", filter.survey)
    add("state", filter.state?.rawValue)
    add("score", filter.band?.rawValue)
    add("flag", filter.flag?.rawValue)
    add("period", filter.period?.rawValue)
    add("from", filter.from?.description)
    add("to", filter.to?.description)
    for place in filter.places {
      for value in place.values { add("where", "\(place.dimension):\(value)") }
    }
    return fields
  }

  /// The view's query in one spelling, without the page it is on; empty for all answers.
  var query: String { FormFields(fields).urlEncoded }

  func href(_ path: String = path, with more: [(String, String)] = []) -> String {
    let all = fields + more.map { FormFields.Field(name: $0.0, value: $0.1) }
    return all.isEmpty ? path : "\(path)?\(FormFields(all).urlEncoded)"
  }

  func with(_ change: (inout AnswerFilter) -> Void) -> AnswerListRequest {
    var other = AnswerListRequest()
    other.filter = filter
    change(&other.filter)
    return other
  }
}
