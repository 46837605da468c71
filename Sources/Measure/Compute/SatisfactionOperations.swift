import CXMetrics
import Kernel

extension ComputeOperation {
  /// The widest scale that is computed at all.
  private static let pointsMax = 1001

  static let satisfaction = [
    Self("csat", "Customer satisfaction: top box, top two, bottom two, mean") {
      input throws(MetricRefusal) in
      let scale = try ScoreScale(input.whole("min"), input.whole("max"))
      guard scale.points <= pointsMax else { throw .invalidInput }
      let confidence = try input.confidence()
      return .object(
        scale.points <= ScoreScale.pointsMax
          ? try csat(input.responses(on: scale, as: ScoredResponses<11>.self), confidence)
          : try csat(input.responses(on: scale, as: ScoredResponses<1001>.self), confidence)
      )
    },
    Self("ces2", "Customer effort: how many agree, on 1–7, that it was made easy") {
      input throws(MetricRefusal) in
      let confidence = try input.confidence()
      let scale = EffortScale.agreement
      let responses: ScoredResponses<11> = try input.responses(on: scale.scores)
      return .object(
        CustomerEffort.summary(of: responses.tally, scale: scale, confidence: confidence)
          .json(missing: responses.missing, invalid: responses.invalid)
      )
    },
  ]

  private static func csat<let size: Int>(
    _ responses: ScoredResponses<size>,
    _ confidence: Confidence
  ) -> JSONObject {
    CustomerSatisfaction.summary(
      of: responses.tally,
      scale: responses.scale,
      confidence: confidence
    ).json(missing: responses.missing, invalid: responses.invalid)
  }
}
