/// How many successes come out of `trials` with chance `p` each.
public struct BinomialDistribution: Hashable, Sendable, BitwiseCopyable {
  /// How many trials, at least 0.
  public let trials: Double

  /// The chance of success in one trial, 0 through 1.
  public let p: Double

  /// Trials are 0 or more and p lies within 0...1; anything else gives NaN.
  public init(trials: Double, p: Double) {
    self.trials = trials
    self.p = p
  }

  /// The chance of `successes` or fewer.
  public func cdf(_ successes: Double) -> Double {
    guard trials >= 0, p >= 0, p <= 1, !successes.isNaN else { return .nan }
    let k = successes.rounded(.down)
    if k < 0 { return 0 }
    if k >= trials { return 1 }
    return BetaDistribution(a: k + 1, b: trials - k).tails(p, 1 - p).upper
  }
}

/// How many events come when `mean` are expected, each on its own.
public struct PoissonDistribution: Hashable, Sendable, BitwiseCopyable {
  /// The expected count, at least 0.
  public let mean: Double

  /// The mean is 0 or more; anything else gives NaN.
  public init(mean: Double) { self.mean = mean }

  /// The chance of `events` or fewer.
  public func cdf(_ events: Double) -> Double {
    guard mean >= 0, !events.isNaN else { return .nan }
    let k = events.rounded(.down)
    if k < 0 { return 0 }
    if k == .infinity { return 1 }
    return GammaDistribution(shape: k + 1).survival(mean)
  }
}

/// How many failures come before the success number `size`, each trial succeeding with chance
/// `p`; also a Poisson count whose mean varies as a gamma distribution of shape `size`.
public struct NegativeBinomialDistribution: Hashable, Sendable, BitwiseCopyable {
  /// The successes waited for, more than 0; need not be whole.
  public let size: Double

  /// The chance of success in one trial, more than 0 and at most 1.
  public let p: Double

  /// The size is positive, not necessarily whole, and p lies within 0...1, 0 excluded; anything
  /// else gives NaN.
  public init(size: Double, p: Double) {
    self.size = size
    self.p = p
  }

  /// The chance of `failures` or fewer.
  public func cdf(_ failures: Double) -> Double {
    guard size > 0, p > 0, p <= 1, !failures.isNaN else { return .nan }
    let k = failures.rounded(.down)
    if k < 0 { return 0 }
    if k == .infinity { return 1 }
    return BetaDistribution(a: size, b: k + 1).tails(p, 1 - p).lower
  }
}
