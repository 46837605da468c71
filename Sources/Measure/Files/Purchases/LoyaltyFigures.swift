import CXMetrics
import Foundation
import Kernel

/// What a file of purchases says about loyalty.
struct LoyaltyFigures: Sendable {
  let file: PurchaseFile
  let base: CustomerBase
  let terms: Terms

  /// Customers who bought at all up to the day measured, and on how many days in all.
  let customers: Int
  let occasions: Int

  /// The fits, or why there is none.
  let purchases: Result<BetaGeometricFit, MetricRefusal>
  let spend: Result<SpendFit, MetricRefusal>

  /// Nil where the purchases could not be fitted.
  let forecast: Forecast?

  /// What was asked for.
  struct Terms: Hashable, Sendable {
    var asOf: Day
    var windowDays = RecencyFrequencyMonetary.standardWindowDays
    var months = 12
    var monthlyDiscount = 0.01
    var margin = 1.0
    var unit = TimeUnit.week
  }

  /// What the parameters of a model are counted in.
  enum TimeUnit: String, Hashable, Sendable, CaseIterable {
    case day, week

    var days: Double { self == .day ? 1 : 7 }

    var perMonth: Double {
      self == .day
        ? CustomerLifetimeValue.daysPerMonth : CustomerLifetimeValue.daysPerMonth / 7
    }
  }

  /// All customers together over the months asked for.
  struct Forecast: Sendable {
    /// By customer, as the file numbers them; nil for who has not bought yet.
    let byCustomer: [Customer?]
    let purchases: Double
    let value: Double?

    /// The mean chance of those who came back at least once, and how many those are.
    let meanAlive: Double?
    let returned: Int

    struct Customer: Sendable {
      let alive: Double
      let purchases: Double

      /// Nil where spend could not be fitted.
      let value: CustomerLifetimeValue?
    }
  }

  /// - Throws: `WrongUsage` where nothing can be measured.
  static func measure(
    _ file: PurchaseFile,
    _ terms: Terms,
    tasks: Int
  ) async throws -> LoyaltyFigures {
    do throws(MetricRefusal) {
      let inquiry = try CustomerBase.Inquiry(
        asOf: Int(terms.asOf.rawValue),
        windowDays: terms.windowDays
      )
      let base = try await CustomerBase(file.ledger(), inquiry, tasks: tasks)
      return try LoyaltyFigures(file, base, terms)
    } catch {
      throw WrongUsage(reason: error.description)
    }
  }

  private init(
    _ file: PurchaseFile,
    _ base: CustomerBase,
    _ terms: Terms
  ) throws(MetricRefusal) {
    self.file = file
    self.base = base
    self.terms = terms
    var known: [RepeatPurchases] = []
    var spends: [RepeatSpend] = []
    var occasions = 0
    for customer in 0..<base.customerCount {
      let figures = base[customer]
      guard let purchases = figures.repeatPurchases(daysPerUnit: terms.unit.days) else { continue }
      occasions += purchases.count + 1
      known.append(purchases)
      if let mean = figures.meanRepeatSpend {
        spends.append(try RepeatSpend(count: purchases.count, meanSpend: mean))
      }
    }
    customers = known.count
    self.occasions = occasions
    purchases = Result { () throws(MetricRefusal) in
      try BetaGeometricFit(RepeatPurchaseGroup.groups(of: known))
    }
    let hasAmounts = file.hasAmounts
    spend = Result { () throws(MetricRefusal) in
      guard hasAmounts else { throw .noData }
      return try SpendFit(spends)
    }
    forecast = try Self.forecast(base, terms, try? purchases.get(), try? spend.get())
  }

  private static func forecast(
    _ base: CustomerBase,
    _ terms: Terms,
    _ fit: BetaGeometricFit?,
    _ spend: SpendFit?
  ) throws(MetricRefusal) -> Forecast? {
    guard let model = fit?.model else { return nil }
    var byCustomer: [Forecast.Customer?] = []
    byCustomer.reserveCapacity(base.customerCount)
    for customer in 0..<base.customerCount {
      byCustomer.append(try forecast(of: base[customer], terms, model, spend?.model))
    }
    let known = byCustomer.compactMap(\.self)
    let returned =
      base.customerCount > 0
      ? byCustomer.indices.filter { base[$0].occasions > 1 } : []
    let alive = returned.reduce(0.0) { $0 + (byCustomer[$1]?.alive ?? 0) }
    return Forecast(
      byCustomer: byCustomer,
      purchases: known.reduce(0) { $0 + $1.purchases },
      value: spend == nil ? nil : known.reduce(0) { $0 + ($1.value?.value ?? 0) },
      meanAlive: returned.isEmpty ? nil : alive / Double(returned.count),
      returned: returned.count
    )
  }

  /// Nil for who has not bought yet.
  private static func forecast(
    of figures: CustomerFigures,
    _ terms: Terms,
    _ model: BetaGeometricModel,
    _ spend: SpendModel?
  ) throws(MetricRefusal) -> Forecast.Customer? {
    guard let known = figures.repeatPurchases(daysPerUnit: terms.unit.days) else { return nil }
    var worth: CustomerLifetimeValue?
    if let spend {
      worth = try CustomerLifetimeValue(
        of: known,
        meanSpend: figures.meanRepeatSpend ?? 0,
        purchases: model,
        spend: spend,
        terms: .init(
          months: terms.months,
          monthlyDiscount: terms.monthlyDiscount,
          margin: terms.margin,
          unitsPerMonth: terms.unit.perMonth
        )
      )
    }
    return Forecast.Customer(
      alive: model.probabilityAlive(known),
      purchases: try model.expectedPurchases(
        of: known,
        within: Double(terms.months) * terms.unit.perMonth
      ),
      value: worth
    )
  }
}
