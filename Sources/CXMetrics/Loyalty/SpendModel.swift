import Foundation

/// What a customer spends per purchase: the gamma–gamma model.
///
/// A customer’s spends are gamma distributed with shape p around a mean of their own, whose rate is
/// gamma distributed over customers with shape q and rate γ.
///
/// - Formula: E(spend) = p (γ + x m) / (p x + q − 1) for x repeat occasions of mean spend m;
///   without any, p γ / (q − 1).
/// - Units: money per occasion.
/// - Complexity: O(1).
/// - Beware: m is the mean of the repeat occasions. The model holds where spend and frequency have
///   nothing to do with each other: check that m and x hardly correlate. The mean over all
///   customers is finite only for q > 1.
/// - Source: P. S. Fader and B. G. S. Hardie, note 025 at brucehardie.com, 2013.
public struct SpendModel: Hashable, Sendable, BitwiseCopyable {
  /// The shape of one customer’s spends.
  public let p: Double

  /// The shape of the distribution of their rates.
  public let q: Double

  /// Its rate, in money.
  public let gamma: Double

  /// - Throws: `invalidInput` unless all three are above 0 and finite.
  public init(p: Double, q: Double, gamma: Double) throws(MetricRefusal) {
    guard [p, q, gamma].allSatisfy({ $0 > 0 && $0 < .infinity }) else { throw .invalidInput }
    self.p = p
    self.q = q
    self.gamma = gamma
  }

  /// The spend to expect per occasion of a customer.
  ///
  /// - Parameters:
  ///   - count: repeat occasions; x in the literature.
  ///   - meanSpend: of those occasions; read only where there are any.
  /// - Throws: `invalidInput` for a negative count or spend, and where the mean is not finite.
  public func expectedSpend(count: Int, meanSpend: Double) throws(MetricRefusal) -> Double {
    guard count >= 0, count <= RepeatPurchases.countMax, meanSpend >= 0, meanSpend < .infinity
    else { throw .invalidInput }
    let x = Double(count)
    let spent = count == 0 ? 0 : x * meanSpend
    let spend = p * (gamma + spent) / (p * x + q - 1)
    guard p * x + q > 1, spend.isFinite else { throw .invalidInput }
    return spend
  }
}

extension SpendModel: Exemplified {
  static let published = Result { () throws(MetricRefusal) in
    try SpendModel(p: 6.25, q: 3.74, gamma: 15.44)
  }

  public static let examples: [MetricExample] = [
    MetricExample(
      "p 6.25, q 3.74, γ 15.44; two repeat occasions of 22.35 in the mean",
      gives: ["spend": 24.663713910761157]
    ) { () throws(MetricRefusal) in
      [try published.get().expectedSpend(count: 2, meanSpend: 22.35)]
    },
    MetricExample("the same; no repeat occasion", gives: ["spend": 35.21897810218978]) {
      () throws(MetricRefusal) in
      [try published.get().expectedSpend(count: 0, meanSpend: 0)]
    },
    MetricExample("q 0.9; no repeat occasion", refuses: .invalidInput) {
      () throws(MetricRefusal) in
      [try SpendModel(p: 6, q: 0.9, gamma: 15).expectedSpend(count: 0, meanSpend: 0)]
    },
  ]
}
