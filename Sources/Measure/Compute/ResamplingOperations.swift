import CXMetrics
import Kernel

extension ComputeOperation {
  static let resampling = [
    Self("bootstrap_from_indices", "Bootstrap intervals from resamples that are given") {
      input throws(MetricRefusal) in
      let confidence = try input.confidence()
      let (sample, statistic) = try (input.numbers("values"), input.statistic())
      let bootstrap = try Bootstrap(
        of: statistic.checked(sample),
        statistic.statistic,
        drawnAt: input.resamples(),
        confidence: confidence
      )
      return .object(bootstrap.json)
    },
    Self("bootstrap", "Bootstrap intervals from resamples drawn by a seed") {
      input throws(MetricRefusal) in
      let confidence = try input.confidence()
      let (sample, statistic) = try (input.numbers("values"), input.statistic())
      let bootstrap = try Bootstrap(
        of: statistic.checked(sample),
        statistic.statistic,
        resamples: input.resampleCount(),
        seed: input.seed(),
        confidence: confidence
      )
      return .object(bootstrap.json)
    },
    Self("permutation_test", "Whether two samples differ, by dealing their values out anew") {
      input throws(MetricRefusal) in
      let statistic = try input.statistic()
      let test = try PermutationTest(
        statistic.checked(input.numbers("a")),
        statistic.checked(input.numbers("b")),
        statistic.statistic,
        deals: input.resampleCount(),
        seed: input.seed()
      )
      return ["difference": .figure(test.difference), "p_value": .figure(test.pValue)]
    },
  ]
}

/// The statistics by the names that `bootstrap` gives them.
private enum NamedStatistic: String {
  case mean
  case median
  case netPromoterPoints = "nps_points"

  var statistic: SampleStatistic {
    switch self {
    case .mean: .mean
    case .median: .median
    case .netPromoterPoints: .netPromoterScore
    }
  }

  /// A net promoter score is made of contributions +1, 0 and −1 and of nothing else.
  func checked(_ sample: [Double]) throws(MetricRefusal) -> [Double] {
    guard self != .netPromoterPoints || sample.allSatisfy({ [-1, 0, 1].contains($0) }) else {
      throw .invalidInput
    }
    return sample
  }
}

extension ComputeInput {
  /// The mean when not given.
  fileprivate func statistic() throws(MetricRefusal) -> NamedStatistic {
    guard let given = self["statistic"] else { return .mean }
    guard let name = given.string, let statistic = NamedStatistic(rawValue: name) else {
      throw .invalidInput
    }
    return statistic
  }

  fileprivate func resampleCount() throws(MetricRefusal) -> Int {
    self["resamples"] == nil ? Bootstrap.usualResamples : try count("resamples")
  }

  fileprivate func seed() throws(MetricRefusal) -> UInt64 {
    self["seed"] == nil ? SeededGenerator.usualSeed : UInt64(try count("seed"))
  }

  fileprivate func resamples() throws(MetricRefusal) -> [[Int]] {
    var resamples: [[Int]] = []
    for element in try list("resamples") {
      guard let list = element.array else { throw .invalidInput }
      var resample: [Int] = []
      for element in list {
        guard let place = element.integer else { throw .invalidInput }
        resample.append(Int(place))
      }
      resamples.append(resample)
    }
    return resamples
  }
}

extension Bootstrap {
  fileprivate var json: JSONObject {
    var object: JSONObject = [
      "estimate": .figure(estimate),
      "bootstrap_se": .figure(standardError),
    ]
    object.add(percentile, low: "percentile_low", high: "percentile_high")
    object.add(corrected, low: "bca_low", high: "bca_high")
    return object
  }
}
