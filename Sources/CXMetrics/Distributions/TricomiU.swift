import Foundation

/// Tricomi’s confluent hypergeometric function U(a, b, z) for z > 0.
///
/// - Source: DLMF 13.4.4 (integral), 13.3.7 (recurrence in a).
public enum TricomiU {
  /// The recurrence takes one step a unit below 0.
  private static let lowestA = -1e6

  /// NaN unless z is positive, and for a below −10⁶.
  public static func value(_ a: Double, _ b: Double, _ z: Double) -> Double {
    guard z > 0, z.isFinite, b.isFinite, a >= lowestA, a.isFinite else { return .nan }
    if a == 0 { return 1 }
    if a > 0 { return exp(logIntegral(a, b, z)) }
    // The integral needs a > 0; the recurrence leads down from there and loses nothing,
    // because U is its smallest solution.
    let steps = (-a).rounded(.down) + 1
    var current = a + steps
    var above = exp(logIntegral(current + 1, b, z))
    var value = current == 0 ? 1 : exp(logIntegral(current, b, z))
    while current > a + 0.5 {
      let below = (z + 2 * current - b) * value - current * (current - b + 1) * above
      (above, value) = (value, below)
      current -= 1
    }
    return value
  }

  /// ln U by the integral of e^(−zt) t^(a−1) (1+t)^(b−a−1) over t, for a > 0.
  ///
  /// With t = exp(u − e^(−u)) the integrand dies away doubly exponentially on the left, and on the
  /// right through e^(−zt), so that plain equal steps in u converge to the last digits.
  private static func logIntegral(_ a: Double, _ b: Double, _ z: Double) -> Double {
    let peak = peakPosition(a, b, z)
    let reference = logIntegrand(peak, a, b, z)
    let step = 1.0 / 64
    var sum = 1.0
    for direction in [step, -step] {
      var u = peak
      while true {
        u += direction
        let term = exp(logIntegrand(u, a, b, z) - reference)
        sum += term
        // Written so that NaN ends it too.
        if !(term >= 1e-18 * sum) { break }
      }
    }
    return log(sum * step) + reference - logGamma(a)
  }

  /// ln of the integrand after substitution, dt = t (1 + e^(−u)) du.
  private static func logIntegrand(_ u: Double, _ a: Double, _ b: Double, _ z: Double) -> Double {
    let decay = exp(-u)
    let logT = u - decay
    let t = exp(logT)
    return a * logT - z * t + (b - a - 1) * log1p(t) + log1p(decay)
  }

  /// The largest of a coarse grid, near enough to sum outwards from.
  private static func peakPosition(_ a: Double, _ b: Double, _ z: Double) -> Double {
    var best = -8.0
    for position in stride(from: -8.0, through: 700, by: 0.25)
    where logIntegrand(position, a, b, z) > logIntegrand(best, a, b, z) {
      best = position
    }
    return best
  }
}
