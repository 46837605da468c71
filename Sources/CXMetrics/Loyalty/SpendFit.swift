import Foundation

/// A customer’s repeat occasions and their mean spend, for fitting.
public struct RepeatSpend: Hashable, Sendable, BitwiseCopyable {
  /// Repeat occasions, more than 0.
  public let count: Int

  /// The mean of what they brought, more than 0.
  public let meanSpend: Double

  /// - Throws: `needsRepeatCustomers` unless there is an occasion and its spend is above 0,
  ///   `invalidInput` for a number out of reach.
  public init(count: Int, meanSpend: Double) throws(MetricRefusal) {
    guard !meanSpend.isNaN else { throw .invalidInput }
    guard count > 0, meanSpend > 0 else { throw .needsRepeatCustomers }
    guard count <= RepeatPurchases.countMax, meanSpend <= PurchaseHistory.largestAmount else {
      throw .invalidInput
    }
    self.count = count
    self.meanSpend = meanSpend
  }

  /// The repeat occasions up to `asOf`; nil where there is none.
  public static func of(_ history: PurchaseHistory, asOf: Int) throws(MetricRefusal) -> Self? {
    let repeats = history.occasions.dropFirst().prefix { $0.day <= asOf }
    guard !repeats.isEmpty else { return nil }
    let sum = repeats.reduce(0) { $0 + $1.amount }
    return try Self(count: repeats.count, meanSpend: sum / Double(repeats.count))
  }
}

/// The gamma–gamma model that explains customers’ mean spends best.
///
/// - Formula: per customer ln L = ln Γ(px+q) − ln Γ(px) − ln Γ(q) + q ln γ + (px−1) ln m +
///   px ln x − (px+q) ln(γ + x m); the p, q and γ of largest likelihood, by `QuasiNewton`.
/// - Units: γ in money. Standard errors are of the logarithms of the parameters.
/// - Complexity: O(n) per step for n customers, in some thirty steps.
/// - Beware: q and γ lie on a flat ridge: other software stops elsewhere on it, at the same
///   likelihood. Only customers with a repeat occasion tell anything.
/// - Source: P. S. Fader and B. G. S. Hardie, note 025 at brucehardie.com, 2013.
public struct SpendFit: Hashable, Sendable {
  /// The model whose likelihood is largest.
  public let model: SpendModel

  /// How many it was fitted to.
  public let customers: Int

  /// Of all customers together.
  public let logLikelihood: Double

  /// Of ln p, ln q and ln γ.
  public let standardErrors: [Double]

  /// How the customers’ counts and mean spends correlate, which should be hardly at all; nil where
  /// one of them does not vary.
  public let correlation: Double?

  /// - Throws: `needsRepeatCustomers` without customers, `notConverged` where the likelihood has no
  ///   clear peak, as when all spend alike.
  public init(_ customers: [RepeatSpend]) throws(MetricRefusal) {
    guard !customers.isEmpty else { throw .needsRepeatCustomers }
    let count = Double(customers.count)
    let mean = customers.reduce(0) { $0 + $1.meanSpend / count }
    let likelihood = SpendLikelihood(customers, scale: mean)
    let search = FitSearch(starts: [[1, 1, 0], [0, 0.5, 0], [2, 2, 0]])
    let fit = try search.fit(likelihood.costPerCustomer, customers: count)
    model = try SpendModel(p: fit.values[0], q: fit.values[1], gamma: fit.values[2] * mean)
    self.customers = customers.count
    // Spends divided by m are m times as likely.
    logLikelihood = -fit.cost * count - count * log(mean)
    standardErrors = fit.standardErrors
    correlation = Self.correlation(customers, mean: mean)
  }

  private static func correlation(_ customers: [RepeatSpend], mean: Double) -> Double? {
    let count = Double(customers.count)
    let meanCount = customers.reduce(0) { $0 + Double($1.count) / count }
    var (xx, xm, mm) = (0.0, 0.0, 0.0)
    for customer in customers {
      let x = Double(customer.count) - meanCount
      let m = customer.meanSpend / mean - 1
      xx += x * x
      xm += x * m
      mm += m * m
    }
    return xx > 0 && mm > 0 ? xm / (xx * mm).squareRoot() : nil
  }
}

/// The log-likelihood of mean spends and its slope.
private struct SpendLikelihood {
  /// Sorted by the number of occasions, so that the gamma functions are found once for each.
  private let rows: [(x: Double, m: Double, logM: Double)]

  init(_ customers: [RepeatSpend], scale: Double) {
    rows = customers.sorted { ($0.count, $0.meanSpend) < ($1.count, $1.meanSpend) }
      .map { (Double($0.count), $0.meanSpend / scale, log($0.meanSpend / scale)) }
  }

  /// Minus the mean log-likelihood at the logarithms of p, q, γ, and its slope over them.
  func costPerCustomer(_ point: [Double], _ slope: inout [Double]) -> Double {
    let (p, q, gamma) = (exp(point[0]), exp(point[1]), exp(point[2]))
    let (logGammaQ, digammaQ) = (logGamma(q), digamma(q))
    var total = 0.0
    var (dp, dq, dGamma) = (0.0, 0.0, 0.0)
    var (x, counted, countedP, countedQ) = (0.0, 0.0, 0.0, 0.0)
    for row in rows {
      if row.x != x {
        x = row.x
        let own = p * x
        counted = logGamma(own + q) - logGamma(own) - logGammaQ + q * point[2] + own * log(x)
        let digammaAll = digamma(own + q)
        countedP = x * (digammaAll - digamma(own) + log(x))
        countedQ = digammaAll - digammaQ + point[2]
      }
      let own = p * x
      let reach = gamma + x * row.m
      let logReach = log(reach)
      total += counted + (own - 1) * row.logM - (own + q) * logReach
      dp += countedP + x * (row.logM - logReach)
      dq += countedQ - logReach
      dGamma += q / gamma - (own + q) / reach
    }
    let count = Double(rows.count)
    slope[0] = -dp * p / count
    slope[1] = -dq * q / count
    slope[2] = -dGamma * gamma / count
    return -total / count
  }
}

extension SpendFit: Exemplified {
  private static let customers = Result { () throws(MetricRefusal) in
    let rows = [
      (2, 22.35), (1, 11.77), (7, 73.74), (1, 35.5), (2, 25.55), (5, 29.44), (10, 24.24), (1, 9.99),
      (3, 25.08), (2, 32.3), (12, 29.54), (4, 51.2),
    ]
    var customers: [RepeatSpend] = []
    for (count, spend) in rows {
      customers.append(try RepeatSpend(count: count, meanSpend: spend))
    }
    return customers
  }

  /// As lifetimes 0.11.3 fits them, and SciPy’s simplex search from there on.
  public static let examples: [MetricExample] = [
    MetricExample(
      """
      12 customers (repeat occasions, mean spend): 2, 22.35; 1, 11.77; 7, 73.74; 1, 35.50; \
      2, 25.55; 5, 29.44; 10, 24.24; 1, 9.99; 3, 25.08; 2, 32.30; 12, 29.54; 4, 51.20
      """,
      gives: [
        "p": 3.9607573981781212, "q": 9.2567382157049, "γ": 69.24811786386425,
        "log-likelihood": -47.618761785873836, "correlation": 0.30558772637060644,
      ],
      within: 1e-6
    ) { () throws(MetricRefusal) in
      let fit = try Self(customers.get())
      let model = fit.model
      return [model.p, model.q, model.gamma, fit.logLikelihood, fit.correlation]
    },
    MetricExample("three customers who spend alike", refuses: .notConverged) {
      () throws(MetricRefusal) in
      let alike = try RepeatSpend(count: 2, meanSpend: 20)
      return [try Self([alike, alike, alike]).logLikelihood]
    },
    MetricExample("no customers", refuses: .needsRepeatCustomers) { () throws(MetricRefusal) in
      [try Self([]).logLikelihood]
    },
  ]
}
