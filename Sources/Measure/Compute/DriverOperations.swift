import CXMetrics
import Kernel

extension ComputeOperation {
  static let drivers = [
    Self("key_drivers", "Key drivers of an outcome: relative weights and Shapley values") {
      input throws(MetricRefusal) in
      .object(try KeyDrivers(input.driverMoments()).json)
    },
    Self("importance_performance", "What matters against how well it is done: where to act") {
      input throws(MetricRefusal) in
      let importance = try input.figuresByName("importance")
      let performance = try input.figuresByName("performance")
      let names = importance.keys
      let matrix = try ImportancePerformance(
        names.map { (importance[$0]?.number, performance[$0]?.number) },
        importanceCut: input.optionalNumber("importance_cut"),
        performanceCut: input.optionalNumber("performance_cut")
      )
      var quadrants = JSONObject()
      for (name, quadrant) in zip(names, matrix.quadrants) {
        if let quadrant { quadrants[name] = .string(quadrant.rawValue) }
      }
      return [
        "importance_cut": .figure(matrix.importanceCut),
        "performance_cut": .figure(matrix.performanceCut),
        "quadrants": .object(quadrants),
      ]
    },
  ]
}

extension ComputeInput {
  /// Columns of the outcome and the drivers; rows that lack a value are left out.
  fileprivate func driverMoments() throws(MetricRefusal) -> DriverMoments {
    let outcomes = try numbersOrNull("y")
    guard let members = self["x"]?.object?.members else { throw .invalidInput }
    var columns: [[Double?]] = []
    for member in members {
      guard let list = member.value.array else { throw .invalidInput }
      guard list.count == outcomes.count else { throw .lengthMismatch }
      columns.append(try JSON.numbersOrNull(list))
    }
    var rows = DriverMoments(drivers: members.map(\.key))
    var row = [Double?](repeating: nil, count: columns.count)
    for (place, outcome) in outcomes.enumerated() {
      for column in columns.indices { row[column] = columns[column][place] }
      try rows.add(outcome: outcome, drivers: row)
    }
    return rows
  }

  /// Numbers by name, null where one is missing.
  fileprivate func figuresByName(_ key: String) throws(MetricRefusal) -> JSONObject {
    guard let object = self[key]?.object else { throw .invalidInput }
    for member in object.members {
      guard member.value.isNull || member.value.number != nil else { throw .invalidInput }
    }
    return object
  }
}

extension KeyDrivers {
  /// The figures by the names that `key_drivers` gives them.
  var json: JSONObject {
    var members = JSONObject()
    for driver in drivers {
      members[driver.name] = [
        "correlation": .figure(driver.correlation),
        "standardized_beta": .figure(driver.standardizedBeta),
        "relative_weight": .figure(driver.relativeWeight),
        "relative_weight_pct": .figure(driver.relativeWeightPercent),
        "lmg": .figure(driver.shapley),
        "lmg_pct": .figure(driver.shapleyPercent),
      ]
    }
    return [
      "n": .count(count),
      "r_squared": .figure(rSquared),
      "adjusted_r_squared": .figure(adjustedRSquared),
      "drivers": .object(members),
      "excluded_constant": .array(constant.map { .string($0) }),
    ]
  }
}
