import CXMetrics

extension LoyaltyFigures {
  /// All customers together over the months asked for.
  struct Forecast: Sendable {
    /// By customer, as the file numbers them; nil for who has not bought yet.
    let byCustomer: [Customer?]
    let purchases: Double

    /// Nil where spend could not be fitted.
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

    init(_ byCustomer: [Customer?], _ base: CustomerBase) {
      self.byCustomer = byCustomer
      var (purchases, value, alive, returned, isValued) = (0.0, 0.0, 0.0, 0, true)
      for (place, customer) in byCustomer.enumerated() {
        guard let customer else { continue }
        purchases += customer.purchases
        if let worth = customer.value { value += worth.value } else { isValued = false }
        if base[place].occasions > 1 {
          alive += customer.alive
          returned += 1
        }
      }
      self.purchases = purchases
      self.value = isValued ? value : nil
      meanAlive = returned > 0 ? alive / Double(returned) : nil
      self.returned = returned
    }
  }

  /// What the fitted models say of the months to come.
  struct Future: Sendable {
    let terms: Terms
    let purchases: BetaGeometricModel

    /// Nil where spend could not be fitted.
    let spend: SpendModel?

    /// The forecast of every customer, `tasks` parts of them at the same time.
    func all(_ base: CustomerBase, tasks: Int) async throws(MetricRefusal) -> [Forecast.Customer?] {
      typealias Part = Result<[Forecast.Customer?], MetricRefusal>
      let (tasks, count) = (max(1, tasks), base.customerCount)
      let parts = await withTaskGroup(of: (Int, Part).self) { group in
        for task in 0..<tasks {
          group.addTask {
            let customers = count * task / tasks..<count * (task + 1) / tasks
            let part = Part { () throws(MetricRefusal) in
              try customers.map { customer throws(MetricRefusal) in try one(base[customer]) }
            }
            return (task, part)
          }
        }
        var parts = [Part](repeating: .success([]), count: tasks)
        for await (task, part) in group { parts[task] = part }
        return parts
      }
      var all: [Forecast.Customer?] = []
      all.reserveCapacity(count)
      for part in parts { all += try part.get() }
      return all
    }

    /// Nil for who has not bought yet.
    private func one(_ figures: CustomerFigures) throws(MetricRefusal) -> Forecast.Customer? {
      guard let known = figures.repeatPurchases(daysPerUnit: terms.unit.days) else { return nil }
      var worth: CustomerLifetimeValue?
      if let spend {
        worth = try CustomerLifetimeValue(
          of: known,
          meanSpend: figures.meanRepeatSpend ?? 0,
          purchases: purchases,
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
        alive: purchases.probabilityAlive(known),
        purchases: try purchases.expectedPurchases(
          of: known,
          within: Double(terms.months) * terms.unit.perMonth
        ),
        value: worth
      )
    }
  }
}
