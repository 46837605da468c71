import Foundation

/// Round ticks around some values: steps of 1, 2 or 5 times a power of ten.
struct AxisScale: Hashable, Sendable {
  let low: Double
  let high: Double
  let step: Double

  /// - Parameter limits: the measure's own ends.
  init(covering values: [Double], within limits: ClosedRange<Double>) {
    let smallest = values.min() ?? limits.lowerBound
    let largest = values.max() ?? limits.upperBound
    let span = max(largest - smallest, (limits.upperBound - limits.lowerBound) / 50)
    let rough = span / 4
    let power = pow(10, log10(rough).rounded(.down))
    let step = power * ([1, 2, 5].first { power * $0 >= rough } ?? 10)
    self.step = step
    low = max(limits.lowerBound, (smallest / step).rounded(.down) * step)
    let top = min(limits.upperBound, (largest / step).rounded(.up) * step)
    high = top > low ? top : min(limits.upperBound, low + step)
  }

  var ticks: [Double] {
    let first = Int((low / step).rounded(.up))
    let last = Int((high / step).rounded(.down))
    guard first <= last else { return [low] }
    return (first...last).map { Double($0) * step }
  }

  /// Decimals that tell two ticks apart.
  var places: Int { step >= 1 ? 0 : step >= 0.1 ? 1 : 2 }

  /// 0 at the bottom, 1 at the top.
  func share(of value: Double) -> Double {
    high > low ? (value - low) / (high - low) : 0.5
  }
}
