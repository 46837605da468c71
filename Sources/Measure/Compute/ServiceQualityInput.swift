import CXMetrics
import Kernel

extension JSON {
  /// An answer of a questionnaire: nil when missing, and NaN, which is on no scale, when it is no
  /// number.
  var answer: Double? { isNull ? nil : number ?? .nan }

  /// Numbers of which some may be missing.
  ///
  /// - Throws: `invalidInput` for anything else.
  static func numbersOrNull(_ list: [JSON]) throws(MetricRefusal) -> [Double?] {
    var numbers: [Double?] = []
    numbers.reserveCapacity(list.count)
    for element in list {
      guard element.isNull || element.number != nil else { throw .invalidInput }
      numbers.append(element.number)
    }
    return numbers
  }
}

extension ComputeInput {
  func numbersOrNull(_ key: String) throws(MetricRefusal) -> [Double?] {
    try JSON.numbersOrNull(list(key))
  }

  /// The 22 answers of one respondent.
  func serviceQualityAnswers(_ key: String) throws(MetricRefusal) -> ServiceQualityAnswers {
    guard let given = self[key] else { throw .expected22Items }
    guard let answers = given.array else { throw .invalidInput }
    return try ServiceQualityAnswers(answers.map(\.answer))
  }

  /// The hundred points that a respondent divided; nil when not given.
  func dimensionPoints() throws(MetricRefusal) -> ByDimension<Double?>? {
    guard let given = self["points"] else { return nil }
    guard let points = given.object else { throw .invalidInput }
    return ByDimension { points[$0.rawValue]?.number }
  }

  /// Weights of respondents without usable points; the usual ones when not given.
  func dimensionWeights() throws(MetricRefusal) -> DimensionWeights {
    guard let given = self["default_weights"] else { return .usual }
    return try DimensionWeights(
      ByDimension { dimension throws(MetricRefusal) in
        guard let points = given[dimension.rawValue]?.number else { throw .invalidInput }
        return points
      }
    )
  }

  /// Items that are worded negatively; none when not given.
  func negativeItems() throws(MetricRefusal) -> NegativeItems {
    guard let given = self["reverse_items"] else { return .none }
    guard let list = given.array else { throw .invalidInput }
    var items: [Int] = []
    for element in list {
      guard let item = element.integer else { throw .invalidInput }
      items.append(Int(item))
    }
    return try NegativeItems(items)
  }

  /// Whoever answered; a group that is not given is one that was not asked, but some must be.
  func providerGaps() throws(MetricRefusal) -> ProviderGaps {
    var gaps = ProviderGaps(weights: try dimensionWeights())
    let groups = [
      "customer_expectations", "manager_expectations", "manager_standards", "employee_ability",
      "employee_promises",
    ]
    guard groups.contains(where: { self[$0] != nil }) else { throw .invalidInput }
    for row in try rows(groups[0]) { gaps.add(customerExpectations: try row.answers()) }
    for row in try rows(groups[1]) { gaps.add(managerExpectations: try row.answers()) }
    for row in try rows(groups[2]) { gaps.add(standards: try row.ratings()) }
    for row in try rows(groups[3]) { gaps.add(ability: try row.ratings()) }
    for row in try rows(groups[4]) { gaps.add(promises: try row.ratings()) }
    return gaps
  }

  private func rows(_ key: String) throws(MetricRefusal) -> [JSON] {
    self[key] == nil ? [] : try list(key)
  }
}

extension JSON {
  fileprivate func answers() throws(MetricRefusal) -> ServiceQualityAnswers {
    guard let answers = array else { throw .invalidInput }
    return try ServiceQualityAnswers(answers.map(\.answer))
  }

  fileprivate func ratings() throws(MetricRefusal) -> ByDimension<Double?> {
    guard let ratings = object else { throw .invalidInput }
    return ByDimension { (ratings[$0.rawValue] ?? .null).answer }
  }
}
