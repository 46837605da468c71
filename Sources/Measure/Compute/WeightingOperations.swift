import CXMetrics
import Kernel

extension ComputeOperation {
  static let weighting = [
    Self("poststratify", "Weights that make respondents’ strata as large as the frame’s") {
      input throws(MetricRefusal) in
      let (frame, respondents) = try input.frameAndRespondents()
      let weighting = try PostStratification(
        frame: frame.map(\.value),
        respondents: respondents
      )
      var weights = JSONObject()
      for (stratum, weight) in zip(frame, weighting.weights) where weight != nil {
        weights[stratum.name] = .figure(weight)
      }
      return [
        "weights": .object(weights),
        "design_effect": .figure(weighting.spread.designEffect),
        "n_effective": .figure(weighting.spread.effectiveCount),
      ]
    },
    Self("rake", "Weights that fit the known shares of several traits at once") {
      input throws(MetricRefusal) in
      let (categories, targets) = try input.traits()
      let raking = try Raking(
        categories: categories,
        targets: targets,
        tolerance: input.optionalNumber("tolerance") ?? 1e-9,
        cyclesMax: input.optionalCount("max_iterations") ?? Raking.cyclesUsual
      )
      return [
        "weights": .array(raking.weights.map { .figure($0) }),
        "design_effect": .figure(raking.spread.designEffect),
      ]
    },
  ]
}

extension ComputeInput {
  /// In the order of refusals: nobody at all, an empty stratum, somebody from outside the frame.
  fileprivate func frameAndRespondents() throws(MetricRefusal) -> (
    frame: [(name: String, value: Double)], respondents: [Int]
  ) {
    do throws(MetricRefusal) {
      return try strata("frame", or: .respondentOutsideFrame)
    } catch {
      guard error == .respondentOutsideFrame else { throw error }
      let answered = try named("respondents", \.countValue).filter { $0.value > 0 }
      for (name, size) in try named("frame", \.number)
      where size > 0 && !answered.contains(where: { $0.name == name }) {
        throw .emptyStratum
      }
      throw error
    }
  }

  /// The category of each row in each trait by its place among the trait’s targets.
  fileprivate func traits() throws(MetricRefusal) -> (categories: [Int], targets: [[Double]]) {
    guard let object = self["targets"]?.object else { throw .invalidInput }
    let targets = Self(object)
    var shares: [[Double]] = []
    var places: [[String: Int]] = []
    for trait in object.keys {
      let named = try targets.named(trait, \.number)
      shares.append(named.map(\.value))
      places.append(
        Dictionary(
          named.enumerated().map { ($0.element.name, $0.offset) },
          uniquingKeysWith: { first, _ in first }
        )
      )
    }
    var categories: [Int] = []
    for row in try objects("rows") {
      for (trait, places) in zip(object.keys, places) {
        guard let place = places[try row.text(trait)] else { throw .respondentOutsideFrame }
        categories.append(place)
      }
    }
    return (categories, shares)
  }
}
