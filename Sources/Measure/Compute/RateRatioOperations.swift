import CXMetrics
import Kernel

extension ComputeOperation {
  static let rateRatios = [
    Self("did_rate_ratio", "How much more purchases fell than in a control group") {
      input throws(MetricRefusal) in
      let confidence = try input.confidence()
      let found = try RateRatioDifference(
        treated: input.object("treated").rates(),
        control: input.object("control").rates(),
        dispersion: input.optionalNumber("dispersion") ?? 1,
        confidence: confidence
      )
      return [
        "ratio_of_rate_ratios": .figure(found.ratio),
        "log_estimate": .figure(found.logRatio),
        "se": .figure(found.standardError),
        "low": .figure(found.interval.low),
        "high": .figure(found.interval.high),
        "z": .figure(found.z),
        "p_value_two_sided": .figure(found.pValue),
        "p_value_decline": .figure(found.declineP),
        "continuity_corrected": .bool(found.isCorrected),
      ]
    },
    Self("did_rate_clustered", "The same from single customers, clustered") {
      input throws(MetricRefusal) in
      let confidence = try input.confidence()
      let found = try ClusteredRateRatio(
        treated: input.customerRates("treated"),
        control: input.customerRates("control"),
        confidence: confidence
      )
      return [
        "ratio_of_rate_ratios": .figure(found.ratio),
        "log_estimate": .figure(found.logRatio),
        "se_clustered": .figure(found.standardError),
        "low": .figure(found.interval.low),
        "high": .figure(found.interval.high),
        "p_value_decline": .figure(found.declineP),
      ]
    },
    Self("pearson_dispersion", "How much more counts scatter than chance makes them") {
      input throws(MetricRefusal) in
      let observed = try input.numbers("observed")
      let expected = try input.numbers("expected")
      guard observed.count == expected.count else { throw .lengthMismatch }
      var dispersion = PearsonDispersion()
      for (observed, expected) in zip(observed, expected) {
        try dispersion.add(observed: observed, expected: expected)
      }
      let parameters =
        try input["fitted_parameters"] == nil ? 0 : input.whole("fitted_parameters")
      return [
        "dispersion": .figure(try dispersion.value(fittedParameters: parameters)),
        "used": .figure(try dispersion.used(fittedParameters: parameters)),
      ]
    },
  ]
}

extension ComputeInput {
  /// The counts and times of this very input.
  fileprivate func rates() throws(MetricRefusal) -> RateRatioDifference.Group {
    (
      try PurchaseRate(count: number("pre_count"), exposure: number("pre_exposure")),
      try PurchaseRate(count: number("post_count"), exposure: number("post_exposure"))
    )
  }

  fileprivate func customerRates(
    _ key: String
  ) throws(MetricRefusal) -> [RateRatioDifference.Group] {
    var rates: [RateRatioDifference.Group] = []
    for customer in try objects(key) { rates.append(try customer.rates()) }
    return rates
  }
}
