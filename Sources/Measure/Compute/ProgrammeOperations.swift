import CXMetrics
import Kernel

extension ComputeOperation {
  static let programme = [
    Self("maturity", "How far customer experience management has come, in four stages") {
      input throws(MetricRefusal) in
      let assessment = try MaturityAssessment(
        ratings: input.ratings(),
        evidence: input.evidence(),
        threshold: input.optionalNumber("threshold") ?? 75
      )
      return .object(assessment.json)
    },
    Self("programme_roi", "What a programme returns: ROI, NPV, IRR, payback") {
      input throws(MetricRefusal) in
      let found = try ProgrammeReturn(
        costs: input.numbers("costs"),
        benefits: input.numbers("benefits"),
        discountRate: input.number("discount_rate")
      )
      return [
        "roi": .figure(found.plain),
        "discounted_roi": .figure(found.discounted),
        "npv": .figure(found.netPresentValue),
        "irr": .figure(found.internalRate),
        "payback_periods": .figure(found.payback),
        "sign_changes": .count(found.signChanges),
      ]
    },
    Self("incremental_benefit", "What a programme brought beyond what would have come anyway") {
      input throws(MetricRefusal) in
      let found = try IncrementalBenefit(
        treated: (input.number("treated_pre"), input.number("treated_post")),
        control: (input.number("control_pre"), input.number("control_post")),
        customersTreated: input.count("treated_customers"),
        margin: input.number("margin")
      )
      return [
        "uplift_per_customer": .figure(found.upliftPerCustomer),
        "benefit": .figure(found.benefit),
        "naive_benefit": .figure(found.naiveBenefit),
      ]
    },
  ]
}

extension ComputeInput {
  /// Of each rater; null is a statement not rated, anything but a whole number no rating.
  fileprivate func ratings() throws(MetricRefusal) -> [[Int?]] {
    var ratings: [[Int?]] = []
    for element in try list("answers") {
      guard let answers = element.array else { throw .invalidInput }
      var rater: [Int?] = []
      for answer in answers {
        guard !answer.isNull else {
          rater.append(nil)
          continue
        }
        guard let rating = answer.integer.flatMap(Int.init(exactly:)) else {
          throw .invalidRating
        }
        rater.append(rating)
      }
      ratings.append(rater)
    }
    return ratings
  }

  fileprivate func evidence() throws(MetricRefusal) -> [Bool] {
    var evidence: [Bool] = []
    for element in try list("evidence") {
      guard let has = element.bool else { throw .invalidInput }
      evidence.append(has)
    }
    return evidence
  }
}

extension MaturityAssessment {
  fileprivate var json: JSONObject {
    var stages = JSONObject()
    for (stage, score) in zip(MaturityStage.allCases, stageScores) {
      stages[stage.rawValue] = .figure(score)
    }
    return [
      "item_means": .array(itemMeans.map { .figure($0) }),
      "stage_scores": .object(stages),
      "stage_reached": .count(stagesReached),
      "index": .figure(index),
      "incomplete": .bool(isIncomplete),
      "next_stage": next.map { .string($0.rawValue) } ?? .null,
    ]
  }
}
