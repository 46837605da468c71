import Foundation

/// The slope of ln Γ(x) for x > 0.
///
/// - Source: DLMF 5.5.2 (recurrence up to where the series is exact), 5.11.2 (series).
public func digamma(_ x: Double) -> Double {
  guard x > 0, x < .infinity else { return .nan }
  var shift = 0.0
  var x = x
  while x < 12 {
    shift -= 1 / x
    x += 1
  }
  let square = 1 / (x * x)
  let inner = 1 / 240.0 - square * (1 / 132.0 - square * (691 / 32760.0 - square / 12))
  let series = square * (1 / 12.0 - square * (1 / 120.0 - square * (1 / 252.0 - square * inner)))
  return shift + log(x) - 0.5 / x - series
}

/// The rising product base · (base + 1) ⋯ (base + steps − 1), by its logarithm and the slope of
/// that.
enum RisingProduct {
  /// Up to here the factors are added one by one, which loses nothing where base is large.
  private static let stepsByHand = 64

  /// ln Γ(base + steps) − ln Γ(base).
  static func log(_ base: Double, steps: Int) -> Double {
    guard steps > stepsByHand else {
      var product = 1.0
      var sum = 0.0
      for step in 0..<max(0, steps) {
        product *= base + Double(step)
        if product > 1e250 || product < 1e-250 {
          sum += Foundation.log(product)
          product = 1
        }
      }
      return sum + Foundation.log(product)
    }
    let far = base + Double(steps)
    // Stirling's main terms as a difference, so that a large base cancels exactly.
    return (base - 0.5) * log1p(Double(steps) / base) + Double(steps) * (Foundation.log(far) - 1)
      + SaddlePoint.stirlingError(far) - SaddlePoint.stirlingError(base)
  }

  /// ψ(base + steps) − ψ(base).
  static func slope(_ base: Double, steps: Int) -> Double {
    guard steps > stepsByHand else {
      return (0..<max(0, steps)).reduce(0) { $0 + 1 / (base + Double($1)) }
    }
    return digamma(base + Double(steps)) - digamma(base)
  }
}
