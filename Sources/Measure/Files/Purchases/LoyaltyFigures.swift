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
      return try await LoyaltyFigures(file, base, terms, tasks: tasks)
    } catch {
      throw WrongUsage(reason: error.description)
    }
  }

  private init(
    _ file: PurchaseFile,
    _ base: CustomerBase,
    _ terms: Terms,
    tasks: Int
  ) async throws(MetricRefusal) {
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
    let (bought, spent) = (known, file.hasAmounts ? spends : nil)
    async let purchaseFit = Self.purchaseFit(bought)
    async let spendFit = Self.spendFit(spent)
    (purchases, spend) = await (purchaseFit, spendFit)
    guard let model = try? purchases.get().model else {
      forecast = nil
      return
    }
    let future = Future(terms: terms, purchases: model, spend: try? spend.get().model)
    forecast = Forecast(try await future.all(base, tasks: tasks), base)
  }

  private static func purchaseFit(
    _ known: [RepeatPurchases]
  ) -> Result<BetaGeometricFit, MetricRefusal> {
    Result { () throws(MetricRefusal) in
      try BetaGeometricFit(RepeatPurchaseGroup.groups(of: known))
    }
  }

  /// - Parameter spends: nil where the file has no amounts.
  private static func spendFit(_ spends: [RepeatSpend]?) -> Result<SpendFit, MetricRefusal> {
    Result { () throws(MetricRefusal) in
      guard let spends else { throw .noData }
      return try SpendFit(spends)
    }
  }
}
