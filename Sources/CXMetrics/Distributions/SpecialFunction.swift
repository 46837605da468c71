/// The functions behind intervals and tests, by the names scripts call them.
///
/// - Formula: distribution functions and quantiles of the normal, Student’s t, χ², F, beta, gamma,
///   binomial, Poisson and negative binomial distributions; ln Γ; Gauss’s ₂F₁ and Tricomi’s U.
/// - Units: those of the function; refused where it has no finite value.
/// - Interval: none; right to about 12 digits, checked against SciPy and mpmath at hundreds of
///   points.
/// - Complexity: series and continued fractions, for large arguments saddle-point expansions, so
///   that no argument takes long.
/// - Source: NIST Digital Library of Mathematical Functions; M. Abramowitz and I. A. Stegun,
///   “Handbook of Mathematical Functions”, 1964; each distribution names its own.
public enum SpecialFunction: String, CaseIterable, Sendable {
  /// The share of a standard normal distribution below x.
  case normalCDF = "normal_cdf"
  /// The x below which a share p of a standard normal distribution lies.
  case normalQuantile = "normal_quantile"
  /// The share of Student’s t below x.
  case tCDF = "t_cdf"
  /// The x below which a share p of Student’s t lies.
  case tQuantile = "t_quantile"
  /// The share of χ² below x.
  case chiSquareCDF = "chi2_cdf"
  /// The x below which a share p of χ² lies.
  case chiSquareQuantile = "chi2_quantile"
  /// The share of Fisher’s F below x.
  case fCDF = "f_cdf"
  /// The x below which a share p of Fisher’s F lies.
  case fQuantile = "f_quantile"
  /// The natural logarithm of Γ(x), for x more than 0.
  case logGamma = "log_gamma"
  /// The regularised incomplete beta function Iₓ(a, b).
  case regularizedBeta = "regularized_beta"
  /// The x at which Iₓ(a, b) is p.
  case betaQuantile = "beta_quantile"
  /// The lower regularised incomplete gamma function P(s, x).
  case regularizedGammaP = "regularized_gamma_p"
  /// The x at which P(s, x) is p.
  case gammaQuantile = "gamma_quantile"
  /// The chance of at most k successes in n trials.
  case binomialCDF = "binomial_cdf"
  /// The chance of at most k events where the mean is known.
  case poissonCDF = "poisson_cdf"
  /// The chance of at most k failures before so many successes.
  case negativeBinomialCDF = "negative_binomial_cdf"
  /// Gauss’s hypergeometric function ₂F₁(a, b; c; z), for z below 1.
  case hypergeometric2F1 = "hypergeometric_2f1"
  /// Tricomi’s confluent hypergeometric function U(a, b, z), for z more than 0.
  case tricomiU = "tricomi_u"

  /// What each argument means, in order.
  public var parameters: [String] {
    switch self {
    case .normalCDF, .logGamma: ["x"]
    case .normalQuantile: ["p"]
    case .tCDF, .chiSquareCDF: ["x", "df"]
    case .tQuantile, .chiSquareQuantile: ["p", "df"]
    case .fCDF: ["x", "d1", "d2"]
    case .fQuantile: ["p", "d1", "d2"]
    case .regularizedBeta: ["x", "a", "b"]
    case .betaQuantile: ["p", "a", "b"]
    case .regularizedGammaP: ["s", "x"]
    case .gammaQuantile: ["s", "p"]
    case .binomialCDF: ["k", "n", "p"]
    case .poissonCDF: ["k", "mean"]
    case .negativeBinomialCDF: ["k", "size", "p"]
    case .hypergeometric2F1: ["a", "b", "c", "z"]
    case .tricomiU: ["a", "b", "z"]
    }
  }

  /// - Throws: `invalidInput` for the wrong number of arguments and where the function has no
  ///   finite value.
  public func value(at x: [Double]) throws(MetricRefusal) -> Double {
    guard x.count == parameters.count else { throw .invalidInput }
    let value =
      switch self {
      case .normalCDF: NormalDistribution.cdf(x[0])
      case .normalQuantile: NormalDistribution.quantile(x[0])
      case .tCDF: StudentDistribution(degreesOfFreedom: x[1]).cdf(x[0])
      case .tQuantile: StudentDistribution(degreesOfFreedom: x[1]).quantile(x[0])
      case .chiSquareCDF: ChiSquareDistribution(degreesOfFreedom: x[1]).cdf(x[0])
      case .chiSquareQuantile: ChiSquareDistribution(degreesOfFreedom: x[1]).quantile(x[0])
      case .fCDF: FDistribution(x[1], x[2]).cdf(x[0])
      case .fQuantile: FDistribution(x[1], x[2]).quantile(x[0])
      case .logGamma: CXMetrics.logGamma(x[0])
      case .regularizedBeta: BetaDistribution(a: x[1], b: x[2]).cdf(x[0])
      case .betaQuantile: BetaDistribution(a: x[1], b: x[2]).quantile(x[0])
      case .regularizedGammaP: GammaDistribution(shape: x[0]).cdf(x[1])
      case .gammaQuantile: GammaDistribution(shape: x[0]).quantile(x[1])
      case .binomialCDF: BinomialDistribution(trials: x[1], p: x[2]).cdf(x[0])
      case .poissonCDF: PoissonDistribution(mean: x[1]).cdf(x[0])
      case .negativeBinomialCDF: NegativeBinomialDistribution(size: x[1], p: x[2]).cdf(x[0])
      case .hypergeometric2F1: Hypergeometric.value(x[0], x[1], x[2], x[3])
      case .tricomiU: TricomiU.value(x[0], x[1], x[2])
      }
    guard value.isFinite else { throw .invalidInput }
    return value
  }
}

extension SpecialFunction: Exemplified {
  public static let examples: [MetricExample] = [
    example(.normalCDF, [1.2345], gives: 0.8914916766373298),
    example(.normalQuantile, [0.975], gives: 1.959963984540054),
    example(.tCDF, [2.1, 7], gives: 0.9630644018935387),
    example(.tQuantile, [0.975, 11], gives: 2.200985160091639),
    example(.chiSquareCDF, [7.8, 4], gives: 0.9008146339155585),
    example(.fQuantile, [0.975, 11, 44], gives: 2.3015239562486034),
    example(.logGamma, [0.243], gives: 1.3180435846996699),
    example(.regularizedBeta, [0.3, 2.5, 4], gives: 0.3521975859067672),
    example(.regularizedGammaP, [3.2, 2.7], gives: 0.4579550366364913),
    example(.binomialCDF, [3, 12, 0.4], gives: 0.22533728255999996),
    example(.poissonCDF, [2, 4.5], gives: 0.17357807091003602),
    example(.negativeBinomialCDF, [4, 2.7, 0.35], gives: 0.529017201965816),
    example(.hypergeometric2F1, [2.243, 4.426, 4.219, 0.47], gives: 4.49303693401162),
    example(.tricomiU, [0.606, 0.606, 0.242], gives: 1.139099948373302),
    MetricExample("normal_quantile(1)", refuses: .invalidInput) { () throws(MetricRefusal) in
      [try SpecialFunction.normalQuantile.value(at: [1])]
    },
  ]

  private static func example(
    _ function: Self,
    _ arguments: [Double],
    gives value: Double
  ) -> MetricExample {
    let listed = arguments.map { "\($0)" }.joined(separator: ", ")
    return MetricExample("\(function.rawValue)(\(listed))", gives: ["value": value]) {
      () throws(MetricRefusal) in [try function.value(at: arguments)]
    }
  }
}
