/// The functions behind intervals and tests, by the names scripts call them.
public enum SpecialFunction: String, CaseIterable, Sendable {
  case normalCDF = "normal_cdf"
  case normalQuantile = "normal_quantile"
  case tCDF = "t_cdf"
  case tQuantile = "t_quantile"
  case chiSquareCDF = "chi2_cdf"
  case chiSquareQuantile = "chi2_quantile"
  case fCDF = "f_cdf"
  case fQuantile = "f_quantile"
  case logGamma = "log_gamma"
  case regularizedBeta = "regularized_beta"
  case betaQuantile = "beta_quantile"
  case regularizedGammaP = "regularized_gamma_p"
  case gammaQuantile = "gamma_quantile"
  case binomialCDF = "binomial_cdf"
  case poissonCDF = "poisson_cdf"
  case negativeBinomialCDF = "negative_binomial_cdf"
  case hypergeometric2F1 = "hypergeometric_2f1"
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
