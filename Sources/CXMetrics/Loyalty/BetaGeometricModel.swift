import Foundation

/// Repeat purchases as a stream that may end after any purchase: the BG/NBD model.
///
/// While active a customer buys at random with a rate of their own, gamma distributed with shape r
/// and rate α over customers; after each purchase they leave for good with a chance of their own,
/// beta distributed with a and b.
///
/// - Formula: ln L = ln Γ(r+x) − ln Γ(r) + r ln α + ln B(a, b+x) − ln B(a, b) + ln{(α+T)^−(r+x) +
///   [x>0] a/(b+x−1) (α+t_x)^−(r+x)}; P(alive) = 1 / (1 + [x>0] a/(b+x−1) ((α+T)/(α+t_x))^(r+x)).
/// - Units: purchases; time in the unit of the ages. Range: P(alive) 0 through 1.
/// - Complexity: O(1) for likelihood and P(alive); expectations add up a series of tens of terms.
/// - Beware: who never came back has P(alive) exactly 1, a property of the model: say “new,
///   unknown”. Contracts that must be cancelled need another model. Powers are taken as logarithms,
///   so that hundreds of purchases do not overflow.
/// - Source: P. S. Fader, B. G. S. Hardie and K. L. Lee, Marketing Science 24(2), 2005; P. S. Fader
///   and B. G. S. Hardie, notes 021 and 027 at brucehardie.com.
public struct BetaGeometricModel: Hashable, Sendable, BitwiseCopyable {
  /// The shape of the gamma distribution of purchase rates.
  public let r: Double

  /// Its rate, in the unit of time.
  public let alpha: Double

  /// The shapes of the beta distribution of the chance to leave.
  public let a: Double

  /// The second shape of how customers differ in leaving, more than 0.
  public let b: Double

  /// - Throws: `invalidInput` unless all four are above 0 and finite.
  public init(r: Double, alpha: Double, a: Double, b: Double) throws(MetricRefusal) {
    guard [r, alpha, a, b].allSatisfy({ $0 > 0 && $0 < .infinity }) else { throw .invalidInput }
    self.r = r
    self.alpha = alpha
    self.a = a
    self.b = b
  }

  /// The log-likelihood of one customer.
  public func logLikelihood(of customer: RepeatPurchases) -> Double {
    let x = customer.count
    let shape = r + Double(x)
    let stayed = RisingProduct.log(b, steps: x) - RisingProduct.log(a + b, steps: x)
    let alive = r * log(alpha) - shape * log(alpha + customer.age)
    let known = RisingProduct.log(r, steps: x) + stayed + alive
    guard let odds = logOddsOfHavingLeft(customer) else { return known }
    return known + (odds > 0 ? odds + log1p(exp(-odds)) : log1p(exp(odds)))
  }

  /// The chance that the customer is still active; 1 for who never came back.
  public func probabilityAlive(_ customer: RepeatPurchases) -> Double {
    guard let odds = logOddsOfHavingLeft(customer) else { return 1 }
    return 1 / (1 + exp(odds))
  }

  /// Purchases to expect of a customer within the next `time`.
  ///
  /// - Throws: `invalidInput` for a time that is negative or no number.
  public func expectedPurchases(
    of customer: RepeatPurchases,
    within time: Double
  ) throws(MetricRefusal) -> Double {
    let x = Double(customer.count)
    let active = BetaGeometricExpectation(
      shape: r + x,
      rate: alpha + customer.age,
      leaving: a,
      staying: b + x
    )
    return try active.purchases(within: time) * probabilityAlive(customer)
  }

  /// Purchases to expect of someone who has just become a customer, the first one not counted.
  ///
  /// - Throws: `invalidInput` for a time that is negative or no number.
  public func expectedPurchasesOfNewCustomer(within time: Double) throws(MetricRefusal) -> Double {
    try BetaGeometricExpectation(shape: r, rate: alpha, leaving: a, staying: b)
      .purchases(within: time)
  }

  /// The logarithm of the odds that the last purchase was the last of all; nil without repeats.
  private func logOddsOfHavingLeft(_ customer: RepeatPurchases) -> Double? {
    guard customer.count > 0 else { return nil }
    let x = Double(customer.count)
    let silence = (customer.age - customer.lastAge) / (alpha + customer.lastAge)
    return log(a) - log(b + x - 1) + (r + x) * log1p(silence)
  }
}

extension BetaGeometricModel: Exemplified {
  static let published = Result { () throws(MetricRefusal) in
    try BetaGeometricModel(r: 0.243, alpha: 4.414, a: 0.793, b: 2.426)
  }

  public static let examples: [MetricExample] = [
    MetricExample(
      "r 0.243, α 4.414, a 0.793, b 2.426; x 2, t_x 30.43, T 38.86 weeks",
      gives: [
        "log-likelihood": -9.45860630706627, "P(alive)": 0.726578570080673,
        "next 39 weeks": 1.226028174767135,
      ]
    ) { () throws(MetricRefusal) in
      let model = try published.get()
      let customer = try RepeatPurchases(count: 2, lastAge: 30.43, age: 38.86)
      return [
        model.logLikelihood(of: customer), model.probabilityAlive(customer),
        try model.expectedPurchases(of: customer, within: 39),
      ]
    },
    MetricExample(
      "the same; no repeat purchase in 38.86 weeks",
      gives: ["log-likelihood": -0.5547132764381585, "P(alive)": 1]
    ) { () throws(MetricRefusal) in
      let model = try published.get()
      let customer = try RepeatPurchases(count: 0, lastAge: 0, age: 38.86)
      return [model.logLikelihood(of: customer), model.probabilityAlive(customer)]
    },
    MetricExample("the same; a new customer", gives: ["next 52 weeks": 1.446050595396398]) {
      () throws(MetricRefusal) in
      [try published.get().expectedPurchasesOfNewCustomer(within: 52)]
    },
    MetricExample("r 0", refuses: .invalidInput) { () throws(MetricRefusal) in
      [try BetaGeometricModel(r: 0, alpha: 1, a: 1, b: 1).r]
    },
  ]
}
