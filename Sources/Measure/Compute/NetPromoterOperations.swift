import CXMetrics
import Kernel

extension ComputeOperation {
  static let netPromoter = [
    Self("nps_from_counts", "Net promoter score of counted promoters, passives and detractors") {
      input throws(MetricRefusal) in
      .object(
        NetPromoterScore.summary(
          of: try input.netPromoterCounts(),
          confidence: try input.confidence()
        ).json
      )
    },
    Self("nps_from_scores", "Net promoter score of scores from 0 or 1 through 10") {
      input throws(MetricRefusal) in
      let scale = try input.recommendScale()
      let confidence = try input.confidence()
      let responses: ScoredResponses<11> = try input.responses(on: scale.scores)
      let counts = NetPromoterCounts(responses.tally, scale: scale)
      return .object(
        NetPromoterScore.summary(of: counts, confidence: confidence)
          .json(missing: responses.missing, invalid: responses.invalid)
      )
    },
    Self("nps_weighted", "Net promoter score in which each response has a weight") {
      input throws(MetricRefusal) in
      let scale = try input.recommendScale()
      let confidence = try input.confidence()
      let scores = try input.weightedScores(on: scale.scores)
      return .object(
        WeightedNetPromoterScore(scores, scale: scale, confidence: confidence).json
      )
    },
    Self("nps_pool", "Net promoter score of several groups together, by adding their counts") {
      input throws(MetricRefusal) in
      let groups = try input.netPromoterCountsList("groups")
      let pooled = groups.reduce(into: NetPromoterCounts()) { $0.merge($1) }
      return [
        "n": .count(pooled.total),
        "pooled_nps": .figure(NetPromoterScore.estimate(from: pooled)?.value),
        "group_nps": .array(
          groups.map { .figure(NetPromoterScore.estimate(from: $0)?.value) }
        ),
        "unweighted_mean_of_nps": .figure(NetPromoterScore.unweightedMean(of: groups)),
      ]
    },
    Self("nps_sample_size_margin", "Responses needed for a margin of so many points") {
      input throws(MetricRefusal) in
      let size = try NetPromoterSampleSize(
        margin: input.number("margin_points"),
        variance: input.optionalNumber("variance"),
        population: input.optionalNumber("population"),
        responseRate: input.optionalNumber("expected_response_rate"),
        confidence: input.confidence()
      )
      return [
        "n_wald": .count(size.wald),
        "n_adjusted": .count(size.adjusted),
        "n_finite_population": .count(size.finitePopulation),
        "invitations": .count(size.invitations),
      ]
    },
    Self("nps_sample_size_compare", "Responses needed in each of two groups to find a difference") {
      input throws(MetricRefusal) in
      let count = try NetPromoterSampleSize.perGroup(
        toDetect: input.number("delta_points"),
        power: input.optionalNumber("power") ?? 0.8,
        variances: (
          input.optionalNumber("variance_a") ?? 1, input.optionalNumber("variance_b") ?? 1
        ),
        confidence: input.confidence()
      )
      return ["n_per_group": .count(count)]
    },
  ]
}

extension ComputeInput {
  /// Scores with their weights. A weight may be absent only where the score does not count.
  fileprivate func weightedScores(
    on scale: ScoreScale
  ) throws(MetricRefusal) -> WeightedTally<11> {
    let scores = try list("scores")
    let weights = try list("weights")
    guard scores.count == weights.count else { throw .lengthMismatch }
    var tally = WeightedTally<11>()
    for (score, weight) in zip(scores, weights) {
      let point = score.number.flatMap(scale.point(of:))
      switch (point, weight.number) {
      case (let point?, let weight?): try tally.add(point, weight: weight)
      case (nil, let weight?): guard weight >= 0 else { throw .negativeWeight }
      case (nil, nil) where weight.isNull: continue
      case (_?, nil) where weight.isNull: throw .missingWeight
      case (_, nil): throw .invalidInput
      }
    }
    return tally
  }
}
