/// How much of the growth of revenue customers bring by staying and by recommending.
///
/// - Formula: NRR = 100 × this period’s revenue of customers who bought in the last one / the last
///   period’s revenue; ENC = 100 × revenue of new customers who came by referral, word of mouth or
///   reputation / the same; earned growth = NRR + ENC − 100. Customers who bought before the last
///   period only are reactivated, whatever brought them back.
/// - Units: percent of the last period’s revenue; nil unless that is positive. Earned, bought,
///   unknown and reactivated growth add up to the total; the ratio earned / total is nil unless
///   the total is positive.
/// - Interval: none; the books are complete.
/// - Complexity: six sums; merges by addition.
/// - Beware: a new customer of unknown reason is not earned. Credit notes count as they are.
/// - Source: F. F. Reichheld, D. Darnell and M. Burns, “Net Promoter 3.0”, Harvard Business Review
///   99(6), 2021.
public struct EarnedGrowth: Hashable, Sendable {
  private var prior = CompensatedSum()
  private var current: [CompensatedSum] = Array(repeating: CompensatedSum(), count: 5)

  /// Where this period’s revenue comes from; the raw value is what machines read.
  public enum Origin: String, Hashable, Sendable, CaseIterable {
    /// From customers who bought in the last period.
    case retained
    /// From new customers who were recommended to come.
    case earnedNew = "earned_new"
    /// From new customers who were paid for.
    case boughtNew = "bought_new"
    /// From new customers whom nobody asked.
    case unknownNew = "unknown_new"
    /// From customers who had been away.
    case reactivated
  }

  /// What brought a new customer, as far as it matters here.
  public enum Reason: Hashable, Sendable {
    /// Referral, word of mouth or reputation.
    case earned
    /// Advertising, promotion, sales or anything else that was paid for.
    case bought
    /// Nobody asked.
    case unknown

    private static let earnedNames: Set<String> = ["referral", "word_of_mouth", "reputation"]

    /// Reads a name as machines write it; nil is unknown.
    public init(named name: String?) {
      self = name.map { Self.earnedNames.contains($0) ? .earned : .bought } ?? .unknown
    }
  }

  /// Nobody yet.
  public init() {}

  /// Takes in one customer with the revenue of the last period and of this one.
  ///
  /// - Parameters:
  ///   - before: revenue of the last period.
  ///   - now: revenue of this period.
  ///   - reason: why a new customer came; nil where nobody asked.
  ///   - boughtBefore: bought at some time before the last period.
  /// - Throws: `invalidInput` for a revenue that is not finite.
  public mutating func add(
    prior before: Double,
    current now: Double,
    reason: Reason = .unknown,
    boughtBefore: Bool = false
  ) throws(MetricRefusal) {
    guard before.isFinite, now.isFinite else { throw .invalidInput }
    prior.add(before)
    let origin: Origin =
      if before > 0 {
        .retained
      } else if boughtBefore {
        .reactivated
      } else {
        switch reason {
        case .earned: .earnedNew
        case .bought: .boughtNew
        case .unknown: .unknownNew
        }
      }
    current[Self.place(of: origin)].add(now)
  }

  /// Takes in the customers of another part.
  public mutating func merge(_ other: Self) {
    prior.merge(other.prior)
    for place in current.indices { current[place].merge(other.current[place]) }
  }

  /// Last period’s revenue.
  public var priorRevenue: Double { prior.value }

  /// This period’s revenue of one origin.
  public func revenue(_ origin: Origin) -> Double { current[Self.place(of: origin)].value }

  /// Net revenue retention, NRR.
  public var netRevenueRetention: Double? { percent(.retained) }

  /// Earned new customers, ENC.
  public var earnedNewCustomers: Double? { percent(.earnedNew) }

  /// The growth that customers bring.
  public var earned: Double? {
    guard let netRevenueRetention, let earnedNewCustomers else { return nil }
    return netRevenueRetention + earnedNewCustomers - 100
  }

  /// The growth that was paid for.
  public var bought: Double? { percent(.boughtNew) }

  /// The growth by new customers of whom nobody asked why they came.
  public var unknown: Double? { percent(.unknownNew) }

  /// The growth by customers who had been away.
  public var reactivated: Double? { percent(.reactivated) }

  /// All growth together.
  public var total: Double? {
    percent(of: Origin.allCases.reduce(0) { $0 + revenue($1) }).map { $0 - 100 }
  }

  /// Earned over total growth; nil unless the total is positive.
  public var earnedRatio: Double? {
    guard let earned, let total, total > 0 else { return nil }
    return earned / total
  }

  private func percent(_ origin: Origin) -> Double? { percent(of: revenue(origin)) }

  private func percent(of revenue: Double) -> Double? {
    guard priorRevenue > 0, priorRevenue.isFinite, revenue.isFinite else { return nil }
    let percent = 100 * revenue / priorRevenue
    return percent.isFinite ? percent : nil
  }

  private static func place(of origin: Origin) -> Int {
    switch origin {
    case .retained: 0
    case .earnedNew: 1
    case .boughtNew: 2
    case .unknownNew: 3
    case .reactivated: 4
    }
  }
}

extension EarnedGrowth: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      """
      100 to 120, 200 to 180, 150 to 0, 50 to 75; new by referral 60, by advertising 40, unasked \
      25; back after a pause 30
      """,
      gives: [
        "NRR": 75, "ENC": 12, "earned": -13, "bought": 8, "unknown": 5, "reactivated": 6,
        "total": 6, "ratio": -2.1666666666666665,
      ]
    ) { () throws(MetricRefusal) in
      var growth = Self()
      for (before, now) in [(100.0, 120.0), (200, 180), (150, 0), (50, 75)] {
        try growth.add(prior: before, current: now)
      }
      try growth.add(prior: 0, current: 60, reason: Reason(named: "referral"))
      try growth.add(prior: 0, current: 40, reason: Reason(named: "advertising"))
      try growth.add(prior: 0, current: 25)
      try growth.add(
        prior: 0,
        current: 30,
        reason: Reason(named: "promotion"),
        boughtBefore: true
      )
      return [
        growth.netRevenueRetention, growth.earnedNewCustomers, growth.earned, growth.bought,
        growth.unknown, growth.reactivated, growth.total, growth.earnedRatio,
      ]
    },
    MetricExample("the first period", gives: ["NRR": nil, "earned": nil, "ratio": nil]) {
      () throws(MetricRefusal) in
      var growth = Self()
      try growth.add(prior: 0, current: 10, reason: .earned)
      return [growth.netRevenueRetention, growth.earned, growth.earnedRatio]
    },
  ]
}
