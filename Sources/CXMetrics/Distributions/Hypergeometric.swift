import Foundation

/// Gauss’s hypergeometric function ₂F₁(a, b; c; z) for real z ≤ 1.
///
/// - Source: DLMF 15.2.1 (series), 15.8.1 (transformations), 15.4.20 (at 1).
public enum Hypergeometric {
  /// NaN beyond 1, where the function is not real, and where the series has no end within reason:
  /// c a whole number ≤ 0, or z = 1 with c ≤ a + b.
  public static func value(_ a: Double, _ b: Double, _ c: Double, _ z: Double) -> Double {
    guard z <= 1, !(c <= 0 && c == c.rounded()) else { return .nan }
    if z == 0 || a == 0 || b == 0 { return 1 }
    if z == 1 { return atOne(a, b, c) }
    if z < 0 {
      // Pfaff’s transformation brings the whole left half into 0..<1; the parameter that stays is
      // the one whose partner then is smaller, so that fewer terms change sign.
      let (kept, moved) = abs(c - a) < abs(c - b) ? (b, a) : (a, b)
      return pow(1 - z, -kept) * value(kept, c - moved, c, z / (z - 1))
    }
    let excess = c - a - b
    guard excess < 0 else { return series(a, b, c, z) }
    return pow(1 - z, excess) * series(c - a, c - b, c, z)
  }

  private static func series(_ a: Double, _ b: Double, _ c: Double, _ z: Double) -> Double {
    let termsMax = 20_000_000
    var term = 1.0
    var sum = 1.0
    for index in 0..<termsMax {
      let n = Double(index)
      term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z
      sum += term
      if abs(term) <= 1e-17 * abs(sum) * (1 - z), n > abs(a) + abs(b) { return sum }
      if term == 0 { return sum }
      if !term.isFinite { return .nan }
    }
    return .nan
  }

  private static func atOne(_ a: Double, _ b: Double, _ c: Double) -> Double {
    guard c > a + b else { return .nan }
    return tgamma(c) / tgamma(c - a) * (tgamma(c - a - b) / tgamma(c - b))
  }
}
