import CXMetrics
import Kernel

/// What became of a figure between two periods, and whether that is more than chance.
struct FigureChange: Hashable, Sendable {
  let before: Estimate
  let after: Estimate

  /// In the figure's own units, the plain difference.
  let value: Double

  /// Nil where too little spreads to test; corrected when the change is one of a family.
  var pValue: Double?

  enum Verdict: String, CaseIterable, Hashable, Sendable { case real, early, chance }

  /// Overlapping bands are no test: real below 0.05, too early to say below 0.25, else chance.
  var verdict: Verdict {
    guard let pValue else { return .early }
    return pValue < 0.05 ? .real : pValue < 0.25 ? .early : .chance
  }

  var isReal: Bool { verdict == .real && value != 0 }
}

extension FigureMeasure {
  /// Nil unless both periods have answers enough to compare.
  func change(
    from before: Tally<11>,
    to after: Tally<11>,
    _ confidence: Confidence
  ) -> FigureChange? {
    guard let old = estimate(before, confidence), let new = estimate(after, confidence),
      !old.isLowBase, !new.isLowBase
    else { return nil }
    return FigureChange(
      before: old,
      after: new,
      value: new.value - old.value,
      pValue: pValue(after, before)
    )
  }

  private func pValue(_ after: Tally<11>, _ before: Tally<11>) -> Double? {
    switch self {
    case .netPromoterScore(let scale):
      let counts = [after, before].map { NetPromoterCounts($0, scale: scale) }
      return (try? NetPromoterDifference(counts[0], counts[1]))?.adjustedP
    case .satisfaction, .effort:
      guard let first = share(of: after), let second = share(of: before),
        let test = try? TwoProportions(first, second)
      else { return nil }
      return test.prefersExactTest ? test.exactP : test.pValue
    case .mean(let scale):
      return (try? MeanDifference(after, before, scale: scale))?.pValue
    }
  }

  /// Those who chose a score that the measure counts, of all.
  private func share(of tally: Tally<11>) -> (successes: Int, trials: Int)? {
    switch self {
    case .satisfaction(let scale): (tally[(scale.points - 2)...(scale.points - 1)], tally.total)
    case .effort: (tally[4...6], tally.total)
    case .netPromoterScore, .mean: nil
    }
  }
}

extension [FigureChange] {
  /// The same changes with p-values corrected for being looked at together (Holm, 1979).
  var corrected: [FigureChange] {
    let tested = indices.filter { self[$0].pValue != nil }
    guard let adjusted = try? MultipleComparisons.holm(tested.compactMap { self[$0].pValue })
    else { return self }
    var changes = self
    for (index, pValue) in zip(tested, adjusted) { changes[index].pValue = pValue }
    return changes
  }
}
