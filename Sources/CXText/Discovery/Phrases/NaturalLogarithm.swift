/// The natural logarithm, computed here because the standard library has none.
///
/// - Formula: x = 2ᵉ m with m between √½ and √2; log x = e log 2 + 2 artanh((m − 1)/(m + 1)),
///   the series cut where the next term is below the last digit.
/// - Precision: 2 units of the last place; −∞ at 0, NaN below.
enum NaturalLogarithm {
  static func of(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    guard x < .infinity else { return x }
    var mantissa = x.significand
    var exponent = Double(x.exponent)
    if mantissa > 1.414_213_562_373_095_1 {
      mantissa /= 2
      exponent += 1
    }
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    var sum = 0.0
    for odd in stride(from: 23.0, through: 3, by: -2) { sum = (sum + 1 / odd) * square }
    return exponent * 0.693_147_180_559_945_3 + 2 * ratio * (1 + sum)
  }
}
