import Foundation

/// Repeat purchases as a stream that may end at any moment: the Pareto/NBD model.
///
/// While active a customer buys at random with a rate of their own, gamma distributed with shape r
/// and rate α; they leave after a lifetime of their own, exponential with a rate that is gamma
/// distributed with shape s and rate β.
///
/// - Formula: L = Γ(r+x)/Γ(r) α^r β^s {(α+T)^−(r+x) (β+T)^−s + s ∫ (α+u)^−(r+x) (β+u)^−(s+1) du}
///   over u from t_x to T; P(alive) is the share of the first term. The integral is what the
///   literature writes as a difference of ₂F₁, in one form for α ≥ β and another for α < β; found
///   directly it needs no such cases and loses nothing to cancellation.
/// - Units: purchases; time in the unit of the ages. Range: P(alive) 0 through 1, below 1 also for
///   who never came back.
/// - Complexity: O(1), some hundred evaluations of the integrand.
/// - Beware: discounted expected residual transactions (DERT) are infinite without a discount when
///   s ≤ 1.
/// - Source: D. C. Schmittlein, D. G. Morrison and R. Colombo, Management Science 33, 1987; P. S.
///   Fader and B. G. S. Hardie, note 009 at brucehardie.com; P. S. Fader, B. G. S. Hardie and
///   K. L. Lee, Journal of Marketing Research 42(4), 2005 (DERT).
public struct ParetoModel: Hashable, Sendable, BitwiseCopyable {
  /// The shape of the gamma distribution of purchase rates.
  public let r: Double

  /// Its rate, in the unit of time.
  public let alpha: Double

  /// The shape of the gamma distribution of the rates of leaving.
  public let s: Double

  /// Its rate, in the unit of time.
  public let beta: Double

  /// - Throws: `invalidInput` unless all four are above 0 and finite.
  public init(r: Double, alpha: Double, s: Double, beta: Double) throws(MetricRefusal) {
    guard [r, alpha, s, beta].allSatisfy({ $0 > 0 && $0 < .infinity }) else { throw .invalidInput }
    self.r = r
    self.alpha = alpha
    self.s = s
    self.beta = beta
  }

  /// The log-likelihood of one customer.
  public func logLikelihood(of customer: RepeatPurchases) -> Double {
    let shape = r + Double(customer.count)
    let odds = oddsOfHavingLeft(customer)
    return RisingProduct.log(r, steps: customer.count) + r * log(alpha) + s * log(beta)
      - shape * log(alpha + customer.age) - s * log(beta + customer.age) + log1p(odds)
  }

  /// The chance that the customer is still active.
  public func probabilityAlive(_ customer: RepeatPurchases) -> Double {
    1 / (1 + oddsOfHavingLeft(customer))
  }

  /// Purchases to expect of a customer within the next `time`.
  ///
  /// - Throws: `invalidInput` for a time that is negative or no number.
  public func expectedPurchases(
    of customer: RepeatPurchases,
    within time: Double
  ) throws(MetricRefusal) -> Double {
    let rate = (r + Double(customer.count)) / (alpha + customer.age)
    return try rate * lifetime(within: time, after: customer.age) * probabilityAlive(customer)
  }

  /// Purchases to expect of someone who has just become a customer, the first one not counted.
  ///
  /// - Throws: `invalidInput` for a time that is negative or no number.
  public func expectedPurchasesOfNewCustomer(within time: Double) throws(MetricRefusal) -> Double {
    try r / alpha * lifetime(within: time, after: 0)
  }

  /// All purchases still to come, each discounted continuously at `discount` per unit of time:
  /// DERT.
  ///
  /// - Throws: `invalidInput` for a discount that is not above 0.
  public func discountedPurchases(
    of customer: RepeatPurchases,
    discount: Double
  ) throws(MetricRefusal) -> Double {
    guard discount > 0, discount < .infinity else { throw .invalidInput }
    let scaled = discount * (beta + customer.age)
    let shape = r + Double(customer.count)
    return shape / (alpha + customer.age) / discount * exp(s * log(scaled))
      * TricomiU.value(s, s, scaled) * probabilityAlive(customer)
  }

  /// The mean time that someone known to be active at an age stays so within the next `time`.
  private func lifetime(within time: Double, after age: Double) throws(MetricRefusal) -> Double {
    guard time >= 0, time < .infinity else { throw .invalidInput }
    let growth = log1p(time / (beta + age))
    // (1 − e^(−(s−1) growth)) / (s − 1), which at s = 1 is the growth itself.
    return (beta + age) * (s == 1 ? growth : -expm1(-(s - 1) * growth) / (s - 1))
  }

  private func oddsOfHavingLeft(_ customer: RepeatPurchases) -> Double {
    ParetoSilence(
      shape: r + Double(customer.count),
      alpha: alpha,
      s: s,
      beta: beta,
      lastAge: customer.lastAge,
      age: customer.age
    ).odds
  }
}

extension ParetoModel: Exemplified {
  private static let published = Result { () throws(MetricRefusal) in
    try ParetoModel(r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669)
  }

  public static let examples: [MetricExample] = [
    MetricExample(
      "r 0.553, α 10.578, s 0.606, β 11.669; x 2, t_x 30.43, T 38.86 weeks",
      gives: [
        "log-likelihood": -9.554283245150407, "P(alive)": 0.8691675591530111,
        "next 39 weeks": 1.4551231932576019,
      ]
    ) { () throws(MetricRefusal) in
      let model = try published.get()
      let customer = try RepeatPurchases(count: 2, lastAge: 30.43, age: 38.86)
      return [
        model.logLikelihood(of: customer), model.probabilityAlive(customer),
        try model.expectedPurchases(of: customer, within: 39),
      ]
    },
    MetricExample("the same; no repeat in 38.86 weeks", gives: ["P(alive)": 0.29528660461689443]) {
      () throws(MetricRefusal) in
      [
        try published.get().probabilityAlive(
          RepeatPurchases(count: 0, lastAge: 0, age: 38.86)
        )
      ]
    },
    MetricExample(
      "the same; x 7, t_x 35, T 77.86 weeks, discount 0.0027 a week",
      gives: ["DERT": 0.892655022627883]
    ) { () throws(MetricRefusal) in
      let customer = try RepeatPurchases(count: 7, lastAge: 35, age: 77.86)
      return [try published.get().discountedPurchases(of: customer, discount: 0.0027)]
    },
    MetricExample("the same; without a discount", refuses: .invalidInput) {
      () throws(MetricRefusal) in
      let customer = try RepeatPurchases(count: 7, lastAge: 35, age: 77.86)
      return [try published.get().discountedPurchases(of: customer, discount: 0)]
    },
  ]
}
