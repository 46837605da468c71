import Kernel

/// Which answers a list holds.
struct AnswerFilter: Hashable, Sendable {
  /// A survey's token.
  var survey: String?

  /// Moves along with today, in the place of days.
  var period: NamedPeriod?

  /// First and last day, both included.
  var from: Day?
  var to: Day?
  var state: AnswerState?
  var flag: Flag?
  var band: ScoreBand?

  /// Several values of one dimension widen it, different dimensions narrow.
  var places: [Place] = []

  /// Words that somebody wrote.
  var words: String?

  /// Something was asked for that no answer can have.
  var isImpossible = false

  struct Place: Hashable, Sendable {
    let dimension: String

    /// An empty value stands for answers that were not given one.
    var values: [String]
  }

  /// What rules noticed, or what came of it.
  enum Flag: String, CaseIterable, Hashable, Sendable {
    case honeypot
    case tooFast = "too_fast"
    case repeated
    case clockAhead = "clock_ahead"
    case kept

    /// Figures leave it out, whatever the reason.
    case leftOut = "left_out"
  }

  /// Whether it takes the surveys and their questions to say what matches.
  var needsScope: Bool { survey != nil || band != nil || period != nil }

  /// Whether an index alone tells how many there are.
  var isCountedByIndex: Bool {
    state == nil && flag == nil && band == nil && places.isEmpty && words == nil
  }

  mutating func add(_ value: String, of dimension: String) {
    guard let index = places.firstIndex(where: { $0.dimension == dimension }) else {
      places.append(Place(dimension: dimension, values: [value]))
      return
    }
    if !places[index].values.contains(value) { places[index].values.append(value) }
  }

  func without(_ value: String, of dimension: String) -> AnswerFilter {
    var other = self
    other.places = places.compactMap { place in
      guard place.dimension == dimension else { return place }
      let rest = place.values.filter { $0 != value }
      return rest.isEmpty ? nil : Place(dimension: dimension, values: rest)
    }
    return other
  }
}

/// Where an answer stands in the list, newest first.
struct AnswerPosition: Hashable, Sendable {
  let at: Instant
  let id: Int64

  /// As an address spells it.
  var text: String { "\(at.rawValue)-\(id)" }

  init(at: Instant, id: Int64) {
    self.at = at
    self.id = id
  }

  init?(_ text: String) {
    guard let dash = text.lastIndex(of: "-"), let at = Int64(text[..<dash]),
      let id = Int64(text[text.index(after: dash)...])
    else { return nil }
    self.init(at: Instant(rawValue: at), id: id)
  }
}

/// What answers can be looked for by: the surveys with their questions, and the values that figures
/// know of each dimension.
struct AnswerScope: Hashable, Sendable {
  var surveys: [KnownSurvey] = []
  var values: [String: [String]] = [:]

  /// Where the business is; named periods end with it.
  var today = Day(rawValue: 0)
  var calendar = BusinessCalendar.iso

  struct KnownSurvey: Hashable, Sendable {
    let id: Int64
    let token: String
    let name: String
    var questions: [KnownQuestion] = []

    /// The question whose score stands for the whole answer.
    var lead: KnownQuestion? {
      questions.filter { $0.kind.leadRank != nil }.min {
        ($0.kind.leadRank ?? 9, $0.id) < ($1.kind.leadRank ?? 9, $1.id)
      }
    }
  }

  struct KnownQuestion: Hashable, Sendable {
    let id: Int64
    let key: String
    let kind: QuestionKind
  }

  func survey(_ token: String) -> KnownSurvey? { surveys.first { $0.token == token } }

  func survey(_ id: Int64) -> KnownSurvey? { surveys.first { $0.id == id } }

  var leads: [KnownQuestion] { surveys.compactMap(\.lead) }
}

/// One answer as a list shows it.
struct AnswerSummary: Hashable, Sendable {
  let id: Int64
  let publicID: String
  let survey: Int64
  let state: AnswerState
  let flags: AnswerFlag
  let at: Instant
  let context: AnswerContext

  /// Of the survey's leading question; nil where it was not answered.
  let points: Int?

  /// The first thing that was written.
  let comment: String?

  var position: AnswerPosition { AnswerPosition(at: at, id: id) }
}
