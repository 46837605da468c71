import CXMetrics
import Kernel

/// The members of an operation’s input, read with the refusals of the metrics.
struct ComputeInput {
  /// Larger counts lose their last digits in a double.
  private static let countMax: Int64 = 1 << 53

  let object: JSONObject

  init(_ object: JSONObject) { self.object = object }

  /// Absent and null are the same: not given.
  subscript(key: String) -> JSON? {
    guard let value = object[key], !value.isNull else { return nil }
    return value
  }

  /// A member that must be given.
  func value(_ key: String) throws(MetricRefusal) -> JSON {
    guard let value = self[key] else { throw .invalidInput }
    return value
  }

  /// Every member, in the order they were written.
  var members: [JSONObject.Member] { object.members }

  /// 95 % when not given.
  func confidence() throws(MetricRefusal) -> Confidence {
    guard let value = self["confidence"] else { return .standard }
    guard let level = value.number else { throw .invalidConfidence }
    return try Confidence(level)
  }

  /// 0–10 when not given.
  func recommendScale() throws(MetricRefusal) -> RecommendScale {
    guard let value = self["scale"] else { return .zeroToTen }
    guard let name = value.string, let scale = RecommendScale(rawValue: name) else {
      throw .invalidInput
    }
    return scale
  }

  func list(_ key: String) throws(MetricRefusal) -> [JSON] {
    guard let list = self[key]?.array else { throw .invalidInput }
    return list
  }

  func text(_ key: String) throws(MetricRefusal) -> String {
    guard let text = self[key]?.string else { throw .invalidInput }
    return text
  }

  func whole(_ key: String) throws(MetricRefusal) -> Int {
    guard let whole = self[key]?.integer else { throw .invalidInput }
    return Int(whole)
  }

  func count(_ key: String) throws(MetricRefusal) -> Int {
    let count = try whole(key)
    guard count >= 0, count <= Self.countMax else { throw .invalidInput }
    return count
  }

  func number(_ key: String) throws(MetricRefusal) -> Double {
    guard let number = self[key]?.number else { throw .invalidInput }
    return number
  }

  func optionalNumber(_ key: String) throws(MetricRefusal) -> Double? {
    guard let value = self[key] else { return nil }
    guard let number = value.number else { throw .invalidInput }
    return number
  }

  func numbers(_ key: String) throws(MetricRefusal) -> [Double] {
    var numbers: [Double] = []
    for element in try list(key) {
      guard let number = element.number else { throw .invalidInput }
      numbers.append(number)
    }
    return numbers
  }

  /// The promoters, passives and detractors of this very input.
  func netPromoterCounts() throws(MetricRefusal) -> NetPromoterCounts {
    NetPromoterCounts(
      promoters: try count("promoters"),
      passives: try count("passives"),
      detractors: try count("detractors")
    )
  }

  /// The promoters, passives and detractors of one member.
  func netPromoterCounts(_ key: String) throws(MetricRefusal) -> NetPromoterCounts {
    guard let object = self[key]?.object else { throw .invalidInput }
    return try Self(object).netPromoterCounts()
  }

  /// The promoters, passives and detractors of each element of a list.
  func netPromoterCountsList(_ key: String) throws(MetricRefusal) -> [NetPromoterCounts] {
    var counts: [NetPromoterCounts] = []
    var total = 0
    for element in try list(key) {
      guard let object = element.object else { throw .invalidInput }
      let group = try Self(object).netPromoterCounts()
      total += group.total
      guard total <= Self.countMax else { throw .invalidInput }
      counts.append(group)
    }
    return counts
  }

  /// Scores as a survey brings them, with what is missing or illegal counted.
  func responses<let size: Int>(
    on scale: ScoreScale,
    as type: ScoredResponses<size>.Type = ScoredResponses<size>.self
  ) throws(MetricRefusal) -> ScoredResponses<size> {
    var responses = ScoredResponses<size>(on: scale)
    for element in try list("scores") { responses.add(answer: element) }
    return responses
  }
}

extension ScoredResponses {
  /// Takes in null as missing, and anything but a number as illegal.
  mutating func add(answer: JSON) {
    if answer.isNull { return add(nil) }
    guard let number = answer.number else { return addIllegible() }
    add(number)
  }
}
