import Foundation

/// The Pareto/NBD model that explains a base of customers best.
///
/// - Formula: the r, α, s and β of largest likelihood, found by `QuasiNewton` from the analytic
///   slope over their logarithms; ages are divided by their mean meanwhile.
/// - Units: those of the ages. Standard errors are of the logarithms of the parameters.
/// - Complexity: O(g) per step for g groups of customers alike, an integral each, in some forty
///   steps.
/// - Beware: s and β lie on a ridge; judge a fit by its likelihood and by what it predicts.
/// - Source: D. C. Schmittlein, D. G. Morrison and R. Colombo, Management Science 33, 1987.
public struct ParetoFit: Hashable, Sendable {
  /// The model whose likelihood is largest.
  public let model: ParetoModel

  /// How many it was fitted to.
  public let customers: Int

  /// Of all customers together.
  public let logLikelihood: Double

  /// Of ln r, ln α, ln s and ln β.
  public let standardErrors: [Double]

  /// - Throws: `noData` without customers, `notConverged` where the likelihood has no clear peak.
  public init(_ groups: [RepeatPurchaseGroup]) throws(MetricRefusal) {
    let data = try PurchaseFitData(groups)
    guard groups.contains(where: { $0.purchases.count > 0 && $0.customers > 0 }) else {
      throw .notConverged
    }
    let likelihood = ParetoLikelihood(data)
    let search = FitSearch(starts: [[-0.5, -1, -0.5, -1], [0, 0, 0, 0], [0.5, 1, -1.5, 0]])
    let fit = try search.fit(likelihood.costPerCustomer, customers: data.customers)
    model = try ParetoModel(
      r: fit.values[0],
      alpha: fit.values[1] * data.meanAge,
      s: fit.values[2],
      beta: fit.values[3] * data.meanAge
    )
    customers = Int(data.customers)
    logLikelihood = -fit.cost * data.customers - data.purchases * log(data.meanAge)
    standardErrors = fit.standardErrors
  }
}

/// The log-likelihood of a base and its slope.
private struct ParetoLikelihood {
  let data: PurchaseFitData

  init(_ data: PurchaseFitData) { self.data = data }

  /// Minus the mean log-likelihood at the logarithms of r, α, s, β, and its slope over them.
  func costPerCustomer(_ point: [Double], _ slope: inout [Double]) -> Double {
    let (r, alpha, s, beta) = (exp(point[0]), exp(point[1]), exp(point[2]), exp(point[3]))
    var total = 0.0
    var (dr, dAlpha, ds, dBeta) = (0.0, 0.0, 0.0, 0.0)
    var (rising, risingSlope, reached) = (0.0, 0.0, 0)
    for index in data.groups.indices {
      let group = data.groups[index]
      let (last, now) = data.ages[index]
      let weight = Double(group.customers)
      let count = group.purchases.count
      if count > reached {
        rising += RisingProduct.log(r + Double(reached), steps: count - reached)
        risingSlope += RisingProduct.slope(r + Double(reached), steps: count - reached)
        reached = count
      }
      let shape = r + Double(count)
      let silence = ParetoSilence(
        shape: shape,
        alpha: alpha,
        s: s,
        beta: beta,
        lastAge: last,
        age: now
      ).slopes
      let share = 1 / (1 + silence.odds)
      let buying = point[1] - log(alpha + now)
      let leaving = point[3] - log(beta + now)
      // shape ln(α + T) written as r (ln(α + T) − ln α) and what the count adds.
      total +=
        weight
        * (rising + r * buying - Double(count) * log(alpha + now) + s * leaving
          + log1p(silence.odds))
      dr += weight * (risingSlope + buying + share * silence.shape)
      dAlpha += weight * (r / alpha - shape / (alpha + now) + share * silence.alpha)
      ds += weight * (leaving + share * silence.s)
      dBeta += weight * (s / beta - s / (beta + now) + share * silence.beta)
    }
    slope[0] = -dr * r / data.customers
    slope[1] = -dAlpha * alpha / data.customers
    slope[2] = -ds * s / data.customers
    slope[3] = -dBeta * beta / data.customers
    return -total / data.customers
  }
}

extension ParetoFit: Exemplified {
  /// As lifetimes 0.11.3 fits them, and SciPy’s simplex search from there on.
  public static let examples: [MetricExample] = [
    MetricExample(
      ExampleBase.said,
      gives: [
        "r": 0.6641953319383228, "α": 9.921495400566897, "s": 1.6902793680325656,
        "β": 36.119891709194405, "log-likelihood": -2862.026093945659,
      ],
      within: 1e-6
    ) { () throws(MetricRefusal) in
      let fit = try Self(ExampleBase.groups.get())
      return [fit.model.r, fit.model.alpha, fit.model.s, fit.model.beta, fit.logLikelihood]
    },
    MetricExample("20 customers who all bought alike", refuses: .notConverged) {
      () throws(MetricRefusal) in [try Self(ExampleBase.alike.get()).logLikelihood]
    },
    MetricExample("no customers", refuses: .noData) { () throws(MetricRefusal) in
      [try Self([]).logLikelihood]
    },
  ]
}
