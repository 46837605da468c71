/// How recently, how often and for how much one customer bought within a window.
///
/// - Formula: over the occasions d with 0 ≤ asOf − d < window: days since the last, their number,
///   the sum of their net amounts.
/// - Units: days (fewer is better), occasions, money.
/// - Complexity: O(n) for n occasions; parts of the same window that share no day are merged.
/// - Beware: without an occasion there is no recency, and the customer is not scored.
/// - Source: A. M. Hughes, “Strategic Database Marketing”, 1994; P. S. Fader, B. G. S. Hardie and
///   K. L. Lee, Journal of Marketing Research 42(4), 2005.
public struct RecencyFrequencyMonetary: Hashable, Sendable, BitwiseCopyable {
  /// A year, so that every season is in it.
  public static let standardWindowDays = 365

  /// More a `Double` could not hold, and merging must not overflow.
  private static let largestCount = 1 << 53

  /// Days since the last occasion; nil without one.
  public private(set) var recencyDays: Int?

  /// Purchase occasions in the window.
  public private(set) var frequency: Int

  /// Net spend of those occasions.
  public private(set) var monetary: Double

  /// Figures found elsewhere.
  ///
  /// - Throws: `invalidInput` for a negative count or an amount that is no number.
  public init(recencyDays: Int?, frequency: Int, monetary: Double) throws(MetricRefusal) {
    guard (recencyDays ?? 0) >= 0, frequency >= 0, frequency <= Self.largestCount,
      monetary.isFinite
    else { throw .invalidInput }
    self.recencyDays = recencyDays
    self.frequency = frequency
    self.monetary = monetary
  }

  /// - Throws: `invalidInput` for a window without a day.
  public init(
    _ history: PurchaseHistory,
    asOf: Int,
    windowDays: Int = standardWindowDays
  ) throws(MetricRefusal) {
    guard windowDays > 0, PurchaseHistory.days.contains(asOf) else { throw .invalidInput }
    try self.init(recencyDays: nil, frequency: 0, monetary: 0)
    for occasion in history.occasions {
      let age = asOf - occasion.day
      guard age >= 0, age < windowDays else { continue }
      recencyDays = min(age, recencyDays ?? age)
      frequency += 1
      monetary += occasion.amount
    }
  }

  /// Takes in the same customer’s other days of the same window.
  public mutating func merge(_ other: Self) {
    if let days = other.recencyDays { recencyDays = min(days, recencyDays ?? days) }
    frequency += other.frequency
    monetary += other.monetary
  }

  /// Has bought, and left money behind.
  public var isScored: Bool { recencyDays != nil && frequency > 0 && monetary > 0 }
}

extension RecencyFrequencyMonetary: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "day 0: 100, day 60: 40, day 364: 10; as of day 365, window 365",
      gives: ["recency": 1, "frequency": 2, "monetary": 50]
    ) { () throws(MetricRefusal) in
      let history = try PurchaseHistory([(0, 100), (60, 40), (364, 10)])
      return try RecencyFrequencyMonetary(history, asOf: 365).shown
    },
    MetricExample(
      "nothing bought",
      gives: ["recency": nil, "frequency": 0, "monetary": 0]
    ) { () throws(MetricRefusal) in
      try RecencyFrequencyMonetary(PurchaseHistory(), asOf: 365).shown
    },
    MetricExample("a window of no days", refuses: .invalidInput) { () throws(MetricRefusal) in
      try RecencyFrequencyMonetary(PurchaseHistory(), asOf: 365, windowDays: 0).shown
    },
  ]

  private var shown: [Double?] { [recencyDays.map(Double.init), Double(frequency), monetary] }
}
