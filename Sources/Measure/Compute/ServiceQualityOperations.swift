import CXMetrics
import Kernel

extension ComputeOperation {
  static let serviceQuality = [
    Self("servqual", "SERVQUAL: gaps between perception and expectation, by item and dimension") {
      input throws(MetricRefusal) in
      let confidence = try input.confidence()
      var gaps = try ServiceQualityGaps(
        weights: input.dimensionWeights(),
        negativeItems: input.negativeItems()
      )
      var respondents: [JSON] = []
      for row in try input.objects("respondents") {
        let respondent = gaps.add(
          expectations: try row.serviceQualityAnswers("E"),
          perceptions: try row.serviceQualityAnswers("P"),
          points: try row.dimensionPoints()
        )
        respondents.append(respondent.json)
      }
      var object = gaps.itemsJSON
      object.add(gaps.totals, respondents: respondents, at: confidence)
      return .object(object)
    },
    Self("servperf", "SERVPERF: perceptions alone, by dimension") { input throws(MetricRefusal) in
      let confidence = try input.confidence()
      var performance = try ServicePerformance(
        weights: input.dimensionWeights(),
        negativeItems: input.negativeItems()
      )
      var respondents: [JSON] = []
      for row in try input.objects("respondents") {
        let respondent = performance.add(
          perceptions: try row.serviceQualityAnswers("P"),
          points: try row.dimensionPoints()
        )
        respondents.append(respondent.json)
      }
      var object = JSONObject()
      object.add(performance.totals, respondents: respondents, at: confidence)
      return .object(object)
    },
    Self("servqual_provider_gaps", "The four gaps inside the company, from managers and staff") {
      input throws(MetricRefusal) in
      .object(try input.providerGaps().json)
    },
    Self("paired_gap_test", "Perceptions against expectations of the same customers, by t test") {
      input throws(MetricRefusal) in
      let expectations = try input.numbersOrNull("e")
      let perceptions = try input.numbersOrNull("p")
      guard expectations.count == perceptions.count else { throw .lengthMismatch }
      var pairs = PairedGapTest.Pairs()
      for (expectation, perception) in zip(expectations, perceptions) {
        try pairs.add(expectation: expectation, perception: perception)
      }
      let test = try PairedGapTest(pairs)
      return [
        "n": .count(test.count),
        "mean_gap": .figure(test.meanGap),
        "t": .figure(test.t),
        "p_value": .figure(test.pValue),
        "cohen_dz": .figure(test.effect),
      ]
    },
    Self("difference_score_reliability", "Reliability of the difference of two scales") {
      input throws(MetricRefusal) in
      let reliability = try DifferenceReliability(
        perceptions: .init(
          reliability: input.number("alpha_p"),
          standardDeviation: input.number("sd_p")
        ),
        expectations: .init(
          reliability: input.number("alpha_e"),
          standardDeviation: input.number("sd_e")
        ),
        correlation: input.number("r_pe")
      )
      return ["reliability": .figure(reliability.value)]
    },
    Self("cronbach_alpha", "Cronbach’s alpha of the items of a scale, with Feldt’s interval") {
      input throws(MetricRefusal) in
      let confidence = try input.confidence()
      let table = try input.itemCovariances()
      return .object(try CronbachAlpha(table, confidence: confidence).json(columns: table.columns))
    },
    Self("frictionless", "The four marks of a frictionless experience") {
      input throws(MetricRefusal) in
      let confidence = try input.confidence()
      let threshold = try input.optionalNumber("threshold") ?? 75
      guard threshold.isFinite else { throw .invalidInput }
      var experience = FrictionlessExperience()
      for row in try input.list("answers") {
        guard let answers = row.array else { throw .invalidInput }
        try experience.add(answers.map(\.answer))
      }
      return .object(experience.json(threshold: threshold, at: confidence))
    },
  ]
}

extension ComputeInput {
  /// Rows of numbers, null where one is missing; the first row says how many columns there are.
  fileprivate func itemCovariances() throws(MetricRefusal) -> ItemCovariances {
    var table: ItemCovariances?
    for row in try list("rows") {
      guard let cells = row.array else { throw .invalidInput }
      if table == nil { table = ItemCovariances(columns: cells.count) }
      try table?.add(JSON.numbersOrNull(cells))
    }
    return table ?? ItemCovariances(columns: 0)
  }
}

extension CronbachAlpha {
  fileprivate func json(columns: Int) -> JSONObject {
    var object: JSONObject = [
      "n_used": .count(rows),
      "k": .count(columns),
      "alpha": .figure(value),
    ]
    object.add(interval, low: "low", high: "high")
    object["alpha_if_deleted"] =
      items.count < 3 ? .null : .array(items.map { .figure($0.alphaIfDeleted) })
    return object
  }
}

extension FrictionlessExperience {
  fileprivate func json(threshold: Double, at confidence: Confidence) -> JSONObject {
    var attributes = JSONObject()
    for mark in Mark.allCases {
      var attribute: JSONObject = [
        "n": .count(count(of: mark)),
        "score": .figure(score(of: mark)),
      ]
      attribute.add(interval(of: mark, at: confidence), low: "low", high: "high")
      attributes[mark.rawValue] = .object(attribute)
    }
    return [
      "attributes": .object(attributes),
      "overall": .figure(overall.mean),
      "n_overall": .count(overall.count),
      "weakest": weakest.map { .string($0.rawValue) } ?? .null,
      "frictionless": isFrictionless(threshold: threshold).map { .bool($0) } ?? .null,
    ]
  }
}
