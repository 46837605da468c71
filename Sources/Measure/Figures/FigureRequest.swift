import CXMetrics
import Facts
import HTTPTypes
import Kernel
import Web

/// The address of a figure, read strictly: what it does not understand it names.
///
/// `measure=nps&scale=0-10&by=touchpoint&every=month&from=2026-01-01&to=2027-01-01` with
/// `where=channel:web` any number of times; `to` is left out of the period.
struct FigureRequest: Hashable, Sendable {
  var measure = FigureMeasure.netPromoterScore(.zeroToTen)
  var survey: String?
  var key: String?
  var from: Day?
  var to: Day?
  var filters: [FigureQuestion.Filter] = []
  var dimensions: [String] = []
  var every: CalendarUnit?
  var calendar = BusinessCalendar.iso
  var confidence = Confidence.standard

  static let known = [
    "measure", "scale", "survey", "question", "from", "to", "where", "by", "every", "calendar",
    "confidence", "lang",
  ]

  init() {}

  init(_ fields: FormFields) throws(Problem) {
    for field in fields.fields where !Self.known.contains(field.name) {
      throw Self.refusal(
        field.name,
        "is unknown here; known are \(Self.known.joined(separator: ", "))"
      )
    }
    survey = fields["survey"]
    key = fields["question"]
    measure = try FigureMeasure(name: fields["measure"] ?? "nps", scale: fields["scale"])
    from = try Self.day("from", fields["from"])
    to = try Self.day("to", fields["to"])
    if let from, let to, from > to { throw Self.refusal("to", "must not be before from") }
    dimensions = fields.all("by")
    every = try fields["every"].map { text throws(Problem) in
      guard let unit = CalendarUnit(rawValue: text) else {
        throw Self.refusal("every", "must be day, week, month, quarter or year")
      }
      return unit
    }
    guard dimensions.count + (every == nil ? 0 : 1) <= Inquiry.groupingsMax,
      Set(dimensions).count == dimensions.count
    else {
      throw Self.refusal(
        "by",
        "takes at most \(Inquiry.groupingsMax) different things, every included"
      )
    }
    for text in fields.all("where") { try add(condition: text) }
    calendar = try Self.calendar(fields["calendar"] ?? "gregorian")
    if let text = fields["confidence"] {
      guard let level = Double(text), let confidence = try? Confidence(level) else {
        throw Self.refusal("confidence", "must lie between 0 and 1, as 0.95 does")
      }
      self.confidence = confidence
    }
  }

  /// The period, open ends closed far away: no answer is older or newer.
  var period: Period? {
    guard from != nil || to != nil else { return nil }
    let start = from ?? Day(rawValue: .min / 2)
    let end = to ?? Day(rawValue: .max / 2)
    return Period(start: min(start, end), end: end)
  }

  /// Several conditions on one dimension widen it, on different ones they narrow.
  private mutating func add(condition: String) throws(Problem) {
    let halves = condition.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty else {
      throw Self.refusal("where", "must be dimension:value, as channel:web is")
    }
    let dimension = String(halves[0])
    let value = String(halves[1])
    if let index = filters.firstIndex(where: { $0.dimension == dimension }) {
      filters[index] = .init(dimension: dimension, values: filters[index].values + [value])
    } else {
      filters.append(.init(dimension: dimension, values: [value]))
    }
  }

  private static func day(_ name: String, _ text: String?) throws(Problem) -> Day? {
    guard let text, !text.isEmpty else { return nil }
    guard let day = Day(text) else { throw refusal(name, "must be a date such as 2026-11-23") }
    return day
  }

  private static func calendar(_ name: String) throws(Problem) -> BusinessCalendar {
    switch name {
    case "gregorian": .iso
    case "jalali": BusinessCalendar(system: .jalali, firstWeekday: 6)
    default: throw refusal("calendar", "must be gregorian or jalali")
    }
  }

  fileprivate static func refusal(_ field: String, _ advice: String) -> Problem {
    Problem(
      .badRequest,
      code: "bad_query",
      title: "A part of the address does not fit",
      detail: "\(field.prefix(60)) \(advice).",
      field: String(field.prefix(60))
    )
  }
}

extension FigureMeasure {
  /// A measure by its name in addresses and the scale that goes with it.
  init(name: String, scale: String?) throws(Problem) {
    switch name {
    case "nps":
      guard let scale = RecommendScale(rawValue: scale ?? "0-10") else {
        throw FigureRequest.refusal("scale", "of nps is 0-10 or 1-10; the two are never mixed")
      }
      self = .netPromoterScore(scale)
    case "ces": self = .effort
    case "csat": self = .satisfaction(.satisfaction)
    case "mean":
      let ends = (scale ?? "").split(separator: "-", omittingEmptySubsequences: true)
      guard ends.count == 2, let low = Int(ends[0]), let high = Int(ends[1]),
        let scale = try? ScoreScale(low, high), scale.points <= ScoreScale.pointsMax
      else { throw FigureRequest.refusal("scale", "of a mean must be given, as 1-5 is") }
      self = .mean(scale)
    default:
      throw FigureRequest.refusal(
        "measure",
        "must be one of \(Self.names.joined(separator: ", "))"
      )
    }
  }
}
