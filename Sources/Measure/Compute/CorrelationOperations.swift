import CXMetrics
import Kernel

extension ComputeOperation {
  static let correlations = [
    Self("correlation", "Correlation of two columns: Pearson’s, or Spearman’s of their ranks") {
      input throws(MetricRefusal) in
      let confidence = try input.confidence()
      let method = try input.correlationMethod()
      let x = try input.numbersOrNull("x")
      let y = try input.numbersOrNull("y")
      guard x.count == y.count else { throw .lengthMismatch }
      let correlation =
        switch method {
        case .pearson: try Correlation(input.pairs(x, y), confidence: confidence)
        case .spearman: try RankCorrelation.correlation(x, y, confidence: confidence)
        }
      return .object(correlation.json)
    },
    Self("lagged_correlation", "Correlation with a later period, over units and within them") {
      input throws(MetricRefusal) in
      let confidence = try input.confidence()
      guard let members = input["units"]?.object?.members else { throw .invalidInput }
      var units: [LaggedCorrelation.Unit] = []
      for member in members {
        guard let unit = member.value.object else { throw .invalidInput }
        let columns = ComputeInput(unit)
        units.append(
          try LaggedCorrelation.Unit(
            x: columns.numbersOrNull("x"),
            y: columns.numbersOrNull("y")
          )
        )
      }
      let lag = input["lag"] == nil ? 0 : try input.whole("lag")
      return .object(try LaggedCorrelation(units, lag: lag, confidence: confidence).json)
    },
    Self("repeated_measures_correlation", "Correlation of what moves within the same units") {
      input throws(MetricRefusal) in
      let confidence = try input.confidence()
      return .object(
        try RepeatedMeasuresCorrelation(input.pairsByUnit(), confidence: confidence).json
      )
    },
  ]
}

private enum CorrelationMethod: String {
  case pearson
  case spearman
}

extension ComputeInput {
  /// Pearson’s when not given.
  fileprivate func correlationMethod() throws(MetricRefusal) -> CorrelationMethod {
    guard let given = self["method"] else { return .pearson }
    guard let name = given.string, let method = CorrelationMethod(rawValue: name) else {
      throw .invalidInput
    }
    return method
  }

  fileprivate func pairs(_ x: [Double?], _ y: [Double?]) throws(MetricRefusal) -> PairMoments {
    var pairs = PairMoments()
    for (x, y) in zip(x, y) { try pairs.add(x, y) }
    return pairs
  }

  /// Rows of unit, x and y, gathered by unit in the order in which units first appear.
  fileprivate func pairsByUnit() throws(MetricRefusal) -> [PairMoments] {
    var places: [JSON: Int] = [:]
    var units: [PairMoments] = []
    for row in try objects("rows") {
      guard let unit = row["unit"] else { throw .invalidInput }
      let x = try row.optionalNumber("x")
      let y = try row.optionalNumber("y")
      let place = places[unit] ?? units.count
      if place == units.count {
        places[unit] = place
        units.append(PairMoments())
      }
      try units[place].add(x, y)
    }
    return units
  }
}

extension Correlation {
  fileprivate var json: JSONObject {
    var object: JSONObject = ["n": .count(count), "r": .figure(value)]
    object.add(interval, low: "low", high: "high")
    object["t"] = .figure(t)
    object["p_value"] = .figure(pValue)
    return object
  }
}

extension LaggedCorrelation {
  fileprivate var json: JSONObject {
    var object: JSONObject = ["n_pairs": .count(pooled.count), "pooled_r": .figure(pooled.value)]
    object.add(pooled.interval, low: "pooled_low", high: "pooled_high")
    object["within_r"] = .figure(within.value)
    object["within_dof"] = .count(within.degreesOfFreedom)
    object["units_used_within"] = .count(within.units)
    return object
  }
}

extension RepeatedMeasuresCorrelation {
  fileprivate var json: JSONObject {
    var object: JSONObject = [
      "r": .figure(value),
      "dof": .count(degreesOfFreedom),
      "p_value": .figure(pValue),
    ]
    object.add(interval, low: "low", high: "high")
    object["units"] = .count(units)
    return object
  }
}
