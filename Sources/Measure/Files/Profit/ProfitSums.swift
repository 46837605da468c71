import CXMetrics
import Kernel

/// What each customer spent in this period and the one before it.
struct CustomerSums: Sendable {
  private var current: [Double]
  private var prior: [Double]
  private var boughtNow: [Bool]
  private var boughtPrior: [Bool]
  private var boughtBefore: [Bool]
  private var later = 0

  init(customers: Int) {
    current = Array(repeating: 0, count: customers)
    prior = current
    boughtNow = Array(repeating: false, count: customers)
    boughtPrior = boughtNow
    boughtBefore = boughtNow
  }

  /// Takes in all purchases and judges those of this period.
  mutating func add(
    _ purchases: PurchaseRecords,
    _ periods: ProfitFigures.Periods,
    _ answers: AnswersByCustomer
  ) throws(MetricRefusal) -> ProfitQuality {
    var quality = ProfitQuality()
    for row in 0..<purchases.count {
      let customer = Int(purchases.customers[row])
      let day = Day(rawValue: purchases.days[row])
      let amount = purchases.amounts[row]
      switch periods.age(of: day) {
      case nil: later += 1
      case 0:
        current[customer] += amount
        boughtNow[customer] = true
        try quality.add(
          purchases.profits.isEmpty ? amount : purchases.profits[row],
          source: purchases.sources.isEmpty ? nil : purchases.sources[row],
          group: answers.group(of: customer, on: day)
        )
      case 1:
        prior[customer] += amount
        boughtPrior[customer] = true
      default: boughtBefore[customer] = true
      }
    }
    return quality
  }

  func growth(reasons: [Int: EarnedGrowth.Reason]) throws(MetricRefusal) -> EarnedGrowth {
    var growth = EarnedGrowth()
    for customer in current.indices where boughtNow[customer] || boughtPrior[customer] {
      try growth.add(
        prior: prior[customer],
        current: current[customer],
        reason: reasons[customer] ?? .unknown,
        boughtBefore: boughtBefore[customer]
      )
    }
    return growth
  }

  /// What those who bought in one of the periods spent in this one.
  func value(at day: Day, _ answers: AnswersByCustomer) throws(MetricRefusal) -> SegmentValue {
    var value = SegmentValue()
    for customer in current.indices where boughtNow[customer] || boughtPrior[customer] {
      try value.add(current[customer], group: answers.group(of: customer, on: day))
    }
    return value
  }

  func remarks(_ periods: ProfitFigures.Periods, _ rows: ProfitRows) -> [String] {
    var remarks: [String] = []
    if later > 0 {
      remarks.append("\(later) purchases after \(periods.last) are left out")
    }
    if let first = rows.purchases.span?.lowerBound, first > periods.priorFirst {
      remarks.append(
        "the purchases start on \(first), within the period before, so growth is not to be "
          + "trusted; name a shorter one with --days"
      )
    }
    if !rows.hasProfit {
      remarks.append("no column says what a purchase earned, so revenue is judged")
    }
    return remarks
  }
}
