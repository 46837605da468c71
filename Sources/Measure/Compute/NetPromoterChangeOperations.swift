import CXMetrics
import Kernel

extension ComputeOperation {
  static let netPromoterChange = [
    Self("nps_difference", "Difference of two independent net promoter scores, tested") {
      input throws(MetricRefusal) in
      let confidence = try input.confidence()
      let difference = try NetPromoterDifference(
        input.netPromoterCounts("a"),
        input.netPromoterCounts("b"),
        confidence: confidence
      )
      return .object(difference.json)
    },
    Self("nps_paired_difference", "How the net promoter score of the same customers moved") {
      input throws(MetricRefusal) in
      let moves = try input.moves(on: input.recommendScale())
      let difference = PairedNetPromoterDifference(moves, confidence: try input.confidence())
      return .object(difference.json)
    },
    Self("nps_cusum", "Lasting changes of the net promoter score, by cumulative sums") {
      input throws(MetricRefusal) in
      let chart = try NetPromoterControlChart(
        input.netPromoterCountsList("periods"),
        baselinePeriods: input.whole("baseline_periods"),
        allowance: input.optionalNumber("k") ?? 0.5,
        threshold: input.optionalNumber("h") ?? 5
      )
      return .object(chart.json)
    },
    Self("nps_slope", "Straight-line trend of the net promoter score over periods") {
      input throws(MetricRefusal) in
      let trend = try NetPromoterTrend(input.netPromoterCountsList("periods"))
      return [
        "periods_used": .count(trend.periods),
        "slope_points_per_period": .figure(trend.slope),
        "intercept": .figure(trend.intercept),
        "se": .figure(trend.standardError),
        "z": .figure(trend.z),
        "p_value": .figure(trend.pValue),
      ]
    },
  ]
}

extension ComputeInput {
  /// Pairs of scores, earlier and later; a pair with a missing or illegal score is left out.
  fileprivate func moves(on scale: RecommendScale) throws(MetricRefusal) -> NetPromoterMoves {
    func group(_ score: JSON) -> RecommendGroup? {
      score.number.flatMap(Int.init(exactly:)).flatMap(scale.group(of:))
    }
    var moves = NetPromoterMoves()
    for element in try list("pairs") {
      guard let pair = element.array, pair.count == 2 else { throw .invalidInput }
      guard let before = group(pair[0]), let after = group(pair[1]) else { continue }
      moves.add(from: before, to: after)
    }
    return moves
  }
}

extension NetPromoterDifference {
  fileprivate var json: JSONObject {
    var object: JSONObject = [
      "difference": .figure(value),
      "se_wald": .figure(waldError),
      "z_wald": .figure(waldZ),
      "p_value_wald": .figure(waldP),
      "difference_adjusted": .figure(adjustedValue),
      "se_adjusted": .figure(adjustedError),
      "z_adjusted": .figure(adjustedZ),
      "p_value_adjusted": .figure(adjustedP),
      "significant": .bool(isSignificant),
    ]
    object.add(adjusted, low: "adjusted_low", high: "adjusted_high")
    return object
  }
}

extension PairedNetPromoterDifference {
  fileprivate var json: JSONObject {
    var object: JSONObject = [
      "n_pairs": .count(pairs),
      "difference": .figure(value),
      "se": .figure(standardError),
      "t": .figure(t),
      "df": .count(degreesOfFreedom),
      "p_value": .figure(pValue),
    ]
    object.add(interval, low: "low", high: "high")
    return object
  }
}

extension NetPromoterControlChart {
  fileprivate var json: JSONObject {
    [
      "baseline_nps": .figure(baseline),
      "baseline_variance": .figure(baselineVariance),
      "z": .array(points.map { .figure($0.z) }),
      "c_plus": .array(points.map { .figure($0.up) }),
      "c_minus": .array(points.map { .figure($0.down) }),
      "signals": .array(
        signals.map { signal in
          [
            "period": .count(signal.period),
            "direction": .string(signal.direction.rawValue),
            "change_start": .count(signal.changeStart),
          ]
        }
      ),
    ]
  }
}
