/// Measuring part after part, several at the same time.
struct CustomerBaseWork: Sendable {
  let sorting: PurchaseSorting
  let inquiry: CustomerBase.Inquiry
  let customerCount: Int
  let cells: SharedCells<CustomerFigures>

  /// The vulnerability of each part, in the order of the parts, and a tally of each task.
  func measureAll(tasks: Int) async -> ([VulnerabilityIndex?], [CustomerBaseTally]) {
    await withTaskGroup(of: ([(Int, VulnerabilityIndex?)], CustomerBaseTally).self) { group in
      for task in 0..<tasks {
        group.addTask {
          var ordering = PurchaseOrdering(bits: sorting.keyBits)
          var days = PurchaseDays()
          var sums = Sums()
          let parts = stride(from: task, to: sorting.partCount, by: tasks).map { part in
            (part, measure(part, &ordering, &days, &sums))
          }
          return (parts, sums.tally)
        }
      }
      var parts = [VulnerabilityIndex?](repeating: nil, count: sorting.partCount)
      var tallies: [CustomerBaseTally] = []
      for await (found, tally) in group {
        for (place, part) in found { parts[place] = part }
        tallies.append(tally)
      }
      return (parts, tallies)
    }
  }

  /// What a task adds up over all of its parts.
  private struct Sums {
    var intervals = PurchaseIntervals()
    var tally = CustomerBaseTally()
  }

  private func measure(
    _ part: Int,
    _ ordering: inout PurchaseOrdering,
    _ days: inout PurchaseDays,
    _ sums: inout Sums
  ) -> VulnerabilityIndex? {
    var index = inquiry.campaign.map { VulnerabilityIndex(campaign: $0.campaign, rule: $0.rule) }
    let unordered = unsafe sorting.rows.part(sorting.starts[part]..<sorting.starts[part + 1])
    let rows = unsafe ordering.order(unordered)
    var start = 0
    for (offset, customer) in sorting.customers(of: part, count: customerCount).enumerated() {
      var end = start
      while end < rows.count, unsafe rows[end].key >> UInt64(sorting.dayBits) == UInt64(offset) {
        end += 1
      }
      unsafe days.take(UnsafeMutableBufferPointer(rebasing: rows[start..<end]), of: sorting)
      start = end
      let occasions = days.occasions.span.extracting(first: days.count)
      cells[customer] = measure(customer, occasions, &sums, &index)
    }
    return index
  }

  private func measure(
    _ customer: Int,
    _ occasions: borrowing Span<PurchaseOccasion>,
    _ sums: inout Sums,
    _ index: inout VulnerabilityIndex?
  ) -> CustomerFigures {
    var figures = CustomerFigures()
    figures.measure(occasions, inquiry, &sums.intervals)
    sums.tally.add(figures, sums.intervals)
    guard let campaign = inquiry.campaign else { return figures }
    let found = CustomerVulnerability(
      occasions,
      isExposed: campaign.exposed[customer],
      campaign: campaign.campaign,
      rule: campaign.rule,
      intervals: &sums.intervals
    )
    figures.status = found.status
    figures.expectedPurchases = found.expected ?? 0
    figures.observedPurchases = Int32(clamping: found.observed ?? 0)
    index?.add(found)
    return figures
  }
}

extension CustomerFigures {
  /// Cycle, recency, frequency and money from occasions in the order of their days.
  mutating func measure(
    _ all: borrowing Span<PurchaseOccasion>,
    _ inquiry: CustomerBase.Inquiry,
    _ intervals: inout PurchaseIntervals
  ) {
    var count = all.count
    while count > 0, all[count - 1].day > inquiry.asOf { count -= 1 }
    intervals.take(all, 0..<count)
    guard count > 0 else { return }
    occasions = Int32(clamping: count)
    last = Int32(clamping: inquiry.asOf - all[count - 1].day)
    first = Int32(clamping: inquiry.asOf - all[0].day)
    for index in 1..<count { repeatSpend += all[index].amount }
    if let median = intervals.median { twiceMedian = Int32(2 * median) }
    var start = count
    while start > 0, inquiry.asOf - all[start - 1].day < inquiry.windowDays { start -= 1 }
    frequency = Int32(clamping: count - start)
    for index in start..<count { monetary += all[index].amount }
  }
}
