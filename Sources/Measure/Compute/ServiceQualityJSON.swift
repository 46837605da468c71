package import CXMetrics
package import Kernel

extension ServiceQualityDimension {
  /// The five figures by the names of their dimensions.
  static func json(_ figures: ByDimension<Double?>) -> JSON {
    var object = JSONObject()
    for dimension in allCases { object[dimension.rawValue] = .figure(figures[dimension]) }
    return .object(object)
  }
}

extension ServiceQualityRespondent {
  /// The figures by the names that `servqual` gives them.
  var json: JSON {
    [
      "dimensions": ServiceQualityDimension.json(dimensions),
      "unweighted": .figure(unweighted),
      "weighted": .figure(weighted),
      "weights_source": .string(weightsSource.rawValue),
    ]
  }
}

extension ServiceQualityGaps {
  /// The 22 items, by the names that `servqual` gives them.
  package var itemsJSON: JSONObject {
    let items = (1...ServiceQualityItem.count).map { number -> JSON in
      let item = self[number]
      return [
        "n": .count(item.count),
        "mean_e": .figure(item.meanExpectation),
        "mean_p": .figure(item.meanPerception),
        "gap": .figure(item.gap),
      ]
    }
    return ["items": .array(items)]
  }
}

extension JSONObject {
  /// Adds dimensions and overall figures by the names that `servqual` gives them.
  ///
  /// - Parameter respondents: a member for each respondent; nil leaves them out.
  package mutating func add(
    _ totals: ServiceQualityTotals,
    respondents: [JSON]?,
    at confidence: Confidence
  ) {
    var dimensions = JSONObject()
    for dimension in ServiceQualityDimension.allCases {
      let figures = totals[dimension]
      var object: JSONObject = ["n": .count(figures.count), "mean": .figure(figures.mean)]
      object.add(figures.interval(at: confidence), low: "low", high: "high")
      dimensions[dimension.rawValue] = .object(object)
    }
    self["dimensions"] = .object(dimensions)
    if let respondents { self["respondents"] = .array(respondents) }
    self["overall_unweighted"] = .figure(totals.unweighted.mean)
    self["overall_weighted"] = .figure(totals.weighted.mean)
    self["n_overall"] = .count(totals.unweighted.count)
  }
}

extension ProviderGaps {
  /// The gaps by the names that `servqual_provider_gaps` gives them.
  var json: JSONObject {
    var object = JSONObject()
    var overall = JSONObject()
    for gap in Gap.allCases {
      object["gap\(gap.rawValue)"] = ServiceQualityDimension.json(byDimension(gap))
      overall["gap\(gap.rawValue)"] = .figure(weighted(gap))
    }
    object["weighted"] = .object(overall)
    return object
  }
}
