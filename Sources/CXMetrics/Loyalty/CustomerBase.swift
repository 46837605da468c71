/// Recency, frequency, money, purchase cycle and vulnerability of very many customers in one go.
///
/// The same figures as `PurchaseCycle`, `RecencyFrequencyMonetary`, `LoyaltyScore` and
/// `VulnerabilityIndex` give one customer at a time, to the last digit and for any number of tasks.
///
/// - Complexity: O(n) for n purchases by counting, O(k log k) for the k of one customer; 16 bytes a
///   purchase and 72 a customer beside the columns. Sums of very many customers are added part by
///   part in a fixed order.
public struct CustomerBase: Sendable {
  private let cells: SharedCells<CustomerFigures>

  /// As many as the columns have.
  public let customerCount: Int

  /// Customers with a score.
  public let scored: Int

  /// The usual interval of all customers, the running ones censored.
  public let intervals: PurchaseIntervalSurvival

  /// Nil where no campaign was asked for.
  public let vulnerability: VulnerabilityIndex?

  /// The figures of one customer, counted from 0.
  public subscript(customer: Int) -> CustomerFigures {
    precondition(customer >= 0 && customer < customerCount, "there is no such customer")
    return cells[customer]
  }

  /// What to measure.
  public struct Inquiry: Sendable {
    /// The last day that is known.
    public let asOf: Int

    /// Days that recency, frequency and money look back.
    public let windowDays: Int

    /// A campaign with who was exposed to it, by customer.
    public let campaign:
      (campaign: VulnerabilityCampaign, rule: VulnerabilityRule, exposed: [Bool])?

    /// - Throws: `invalidInput` for a day that cannot be meant or a window without days.
    public init(
      asOf: Int,
      windowDays: Int = RecencyFrequencyMonetary.standardWindowDays,
      campaign: (campaign: VulnerabilityCampaign, rule: VulnerabilityRule, exposed: [Bool])? = nil
    ) throws(MetricRefusal) {
      guard PurchaseHistory.days.contains(asOf), windowDays > 0 else { throw .invalidInput }
      self.asOf = asOf
      self.windowDays = windowDays
      self.campaign = campaign
    }
  }

  /// - Parameters:
  ///   - purchases: all of them, of every customer.
  ///   - inquiry: what is asked of them.
  ///   - tasks: how many parts of the work may run at the same time.
  /// - Throws: `lengthMismatch` unless every customer is said to be exposed or not.
  public init(
    _ purchases: PurchaseLedger,
    _ inquiry: Inquiry,
    tasks: Int
  ) async throws(MetricRefusal) {
    if let campaign = inquiry.campaign, campaign.exposed.count != purchases.customerCount {
      throw .lengthMismatch
    }
    let tasks = min(max(1, tasks), 256)
    let sorting = await PurchaseSorting(purchases, tasks: tasks)
    let cells = SharedCells<CustomerFigures>(count: max(1, purchases.customerCount))
    let work = CustomerBaseWork(
      sorting: sorting,
      inquiry: inquiry,
      customerCount: purchases.customerCount,
      cells: cells
    )
    let parts = await work.measureAll(tasks: tasks)
    var vulnerability = inquiry.campaign.map {
      VulnerabilityIndex(campaign: $0.campaign, rule: $0.rule)
    }
    var intervals = IntervalCounts()
    for part in parts {
      intervals.merge(part.intervals)
      if let index = part.vulnerability { vulnerability?.merge(index) }
    }
    self.vulnerability = vulnerability
    self.intervals = intervals.survival
    self.cells = cells
    customerCount = purchases.customerCount
    let scores = CustomerBaseScores(cells, count: purchases.customerCount)
    await scores.assign(to: cells, count: purchases.customerCount, tasks: tasks)
    scored = scores.scored
  }
}

/// Measuring part after part, several at the same time.
struct CustomerBaseWork: Sendable {
  let sorting: PurchaseSorting
  let inquiry: CustomerBase.Inquiry
  let customerCount: Int
  let cells: SharedCells<CustomerFigures>

  /// What a part of the customers adds up to.
  struct Part: Sendable {
    var intervals = IntervalCounts()
    var vulnerability: VulnerabilityIndex?
  }

  /// In the order of the parts.
  func measureAll(tasks: Int) async -> [Part] {
    await withTaskGroup(of: [(Int, Part)].self) { group in
      for task in 0..<tasks {
        group.addTask {
          var scratch = Scratch()
          var intervals: [Int] = []
          return stride(from: task, to: sorting.partCount, by: tasks).map { part in
            (part, measure(part, &scratch, &intervals))
          }
        }
      }
      var parts = [Part](repeating: Part(), count: sorting.partCount)
      for await found in group {
        for (place, part) in found { parts[place] = part }
      }
      return parts
    }
  }

  /// Memory that a task uses again for every part.
  private struct Scratch {
    var firsts: [Int] = []
    var occasions: [PurchaseOccasion] = []
  }

  private func measure(
    _ part: Int,
    _ scratch: inout Scratch,
    _ intervals: inout [Int]
  ) -> Part {
    let customers = sorting.customers(of: part, count: customerCount)
    gather(part, customers, &scratch)
    var whole = Part(
      vulnerability: inquiry.campaign.map {
        VulnerabilityIndex(campaign: $0.campaign, rule: $0.rule)
      }
    )
    for (offset, customer) in customers.enumerated() {
      let range = scratch.firsts[offset]..<scratch.firsts[offset + 1]
      let count = unsafe scratch.occasions.withUnsafeMutableBufferPointer { all in
        unsafe PurchaseDays.net(UnsafeMutableBufferPointer(rebasing: all[range]))
      }
      let kept = range.lowerBound..<range.lowerBound + count
      let occasions = scratch.occasions.span.extracting(kept)
      var figures = CustomerFigures()
      figures.measure(occasions, inquiry, &intervals)
      whole.intervals.add(intervals, running: figures.daysSinceLast)
      if let campaign = inquiry.campaign {
        let found = CustomerVulnerability(
          occasions,
          isExposed: campaign.exposed[customer],
          campaign: campaign.campaign,
          rule: campaign.rule,
          intervals: &intervals
        )
        figures.status = found.status
        figures.expectedPurchases = found.expected ?? 0
        figures.observedPurchases = Int32(clamping: found.observed ?? 0)
        whole.vulnerability?.add(found)
      }
      cells[customer] = figures
    }
    return whole
  }

  /// The part’s purchases by customer, each customer’s in the order they came.
  private func gather(_ part: Int, _ customers: Range<Int>, _ scratch: inout Scratch) {
    let rows = sorting.starts[part]..<sorting.starts[part + 1]
    let first = customers.lowerBound
    scratch.firsts.removeAll(keepingCapacity: true)
    scratch.firsts.append(contentsOf: repeatElement(0, count: customers.count + 2))
    for index in rows { scratch.firsts[Int(sorting.rows[index].customer) - first + 2] += 1 }
    for offset in 2..<max(2, customers.count + 2) {
      scratch.firsts[offset] += scratch.firsts[offset - 1]
    }
    if scratch.occasions.count < rows.count {
      let missing = rows.count - scratch.occasions.count
      scratch.occasions.append(
        contentsOf: repeatElement(PurchaseOccasion(day: 0, amount: 0), count: missing)
      )
    }
    // Filling moves each customer's entry from its start to its end, the next one's start.
    for index in rows {
      let row = sorting.rows[index]
      let offset = Int(row.customer) - first + 1
      scratch.occasions[scratch.firsts[offset]] = PurchaseOccasion(
        day: Int(row.day),
        amount: row.amount
      )
      scratch.firsts[offset] += 1
    }
  }
}

extension CustomerFigures {
  /// Cycle, recency, frequency and money from occasions in the order of their days.
  mutating func measure(
    _ all: borrowing Span<PurchaseOccasion>,
    _ inquiry: CustomerBase.Inquiry,
    _ intervals: inout [Int]
  ) {
    var count = all.count
    intervals.removeAll(keepingCapacity: true)
    while count > 0, all[count - 1].day > inquiry.asOf { count -= 1 }
    guard count > 0 else { return }
    occasions = Int32(clamping: count)
    last = Int32(clamping: inquiry.asOf - all[count - 1].day)
    first = Int32(clamping: inquiry.asOf - all[0].day)
    for index in 1..<count { repeatSpend += all[index].amount }
    if let interval = CustomerVulnerability.medianInterval(in: all, 0..<count, &intervals) {
      median = interval
      mean = Double(all[count - 1].day - all[0].day) / Double(count - 1)
    }
    var start = count
    while start > 0, inquiry.asOf - all[start - 1].day < inquiry.windowDays { start -= 1 }
    frequency = Int32(clamping: count - start)
    for index in start..<count { monetary += all[index].amount }
  }
}
