import CXMetrics
import Kernel

extension ComputeOperation {
  static let proportions = [
    Self("wilson", "A share with Wilson’s interval") { input throws(MetricRefusal) in
      let proportion = try input.proportion()
      return [
        "p": .figure(proportion.share),
        "low": .figure(proportion.interval?.low),
        "high": .figure(proportion.interval?.high),
      ]
    },
    Self("clopper_pearson", "The exact interval of a share, for audits") {
      input throws(MetricRefusal) in
      let interval = try input.proportion().exactInterval(at: input.confidence())
      return ["low": .figure(interval?.low), "high": .figure(interval?.high)]
    },
    Self("two_proportions", "Two shares compared: z test, Fisher’s test, Newcombe’s interval") {
      input throws(MetricRefusal) in
      let comparison = try TwoProportions(
        (input.count("k1"), input.count("n1")),
        (input.count("k2"), input.count("n2")),
        confidence: input.confidence()
      )
      return .object(comparison.json)
    },
    Self("mcnemar", "Paired yes/no answers compared, exactly") { input throws(MetricRefusal) in
      let test = try McNemarTest(
        onlyFirst: input.count("only_first"),
        onlySecond: input.count("only_second")
      )
      return ["p_value_exact": .figure(test.pValue), "statistic": .count(test.statistic)]
    },
    Self("adjust_p_values", "P-values adjusted for many looks: Holm, Benjamini–Hochberg") {
      input throws(MetricRefusal) in
      let pValues = try input.numbers("p_values")
      return [
        "holm": .array(try MultipleComparisons.holm(pValues).map { .figure($0) }),
        "benjamini_hochberg": .array(
          try MultipleComparisons.benjaminiHochberg(pValues).map { .figure($0) }
        ),
      ]
    },
  ]

  static let specialFunctions = [
    Self("special_function", "A distribution or special function by name; --help lists them") {
      input throws(MetricRefusal) in
      guard let function = SpecialFunction(rawValue: try input.text("function")) else {
        throw .invalidInput
      }
      return ["value": .figure(try function.value(at: input.numbers("args")))]
    }
  ]
}

extension ComputeInput {
  fileprivate func proportion() throws(MetricRefusal) -> Proportion {
    try Proportion(
      successes: count("successes"),
      trials: count("n"),
      confidence: confidence()
    )
  }
}

extension TwoProportions {
  fileprivate var json: JSONObject {
    var object: JSONObject = [
      "diff": .figure(difference),
      "z": .figure(z),
      "p_value_z": .figure(pValue),
      "p_value_fisher": .figure(exactP),
      "min_expected_count": .figure(expectedCountMin),
      "recommended": prefersExactTest ? "fisher" : "z",
    ]
    object.add(interval, low: "newcombe_low", high: "newcombe_high")
    return object
  }
}
