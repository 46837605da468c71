/// Evaluates a continued fraction b₀ + a₁ / (b₁ + a₂ / (b₂ + …)) from the front.
///
/// - Source: W. J. Lentz, Applied Optics 15(3), 1976; with the guard against zeros of
///   I. J. Thompson and A. R. Barnett, Journal of Computational Physics 64, 1986.
struct Lentz {
  private static let tiny = 1e-300

  private(set) var value: Double
  private var c: Double
  private var d = 0.0
  private var factor = 0.0

  init(startingAt first: Double = 1) {
    value = first == 0 ? Self.tiny : first
    c = value
  }

  /// Takes in the next partial numerator and denominator.
  mutating func take(_ numerator: Double, over denominator: Double = 1) {
    d = denominator + numerator * d
    if abs(d) < Self.tiny { d = Self.tiny }
    d = 1 / d
    c = denominator + numerator / c
    if abs(c) < Self.tiny { c = Self.tiny }
    factor = c * d
    value *= factor
  }

  /// The last step changed nothing that a `Double` shows, or left no number to go on from.
  var hasSettled: Bool { !(abs(factor - 1) >= 3e-16) }
}
