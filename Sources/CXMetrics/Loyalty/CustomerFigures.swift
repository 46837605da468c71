/// What the purchases of one of very many customers say.
public struct CustomerFigures: Hashable, Sendable, BitwiseCopyable {
  /// Days on which the customer bought, up to the day measured.
  public internal(set) var occasions: Int32

  /// Days since the last of them; nil without one.
  public var daysSinceLast: Int? { last < 0 ? nil : Int(last) }

  /// What a purchase model needs to know, in days; nil without an occasion.
  public func repeatPurchases(daysPerUnit: Double = 1) -> RepeatPurchases? {
    guard occasions > 0 else { return nil }
    return try? RepeatPurchases(
      count: Int(occasions) - 1,
      lastAge: Double(first - last) / daysPerUnit,
      age: Double(first) / daysPerUnit
    )
  }

  /// The mean net amount of the occasions after the first; nil without any.
  public var meanRepeatSpend: Double? { occasions > 1 ? repeatSpend / Double(occasions - 1) : nil }

  /// Within the window: days since the last occasion, number, net spend.
  public var recencyFrequencyMonetary: (recencyDays: Int?, frequency: Int, monetary: Double) {
    (frequency == 0 ? nil : Int(last), Int(frequency), monetary)
  }

  /// Of the days between occasions; nil for fewer than two occasions.
  public var medianInterval: Double? { twiceMedian < 0 ? nil : 0.5 * Double(twiceMedian) }

  /// Nil for fewer than two occasions.
  public var meanInterval: Double? {
    occasions > 1 ? Double(first - last) / Double(occasions - 1) : nil
  }

  /// Days since the last occasion over the median interval.
  public var overdueRatio: Double? {
    guard let medianInterval, let daysSinceLast else { return nil }
    return Double(daysSinceLast) / medianInterval
  }

  /// Nil for a customer who is not scored.
  public var score: LoyaltyScore? {
    guard scores != 0 else { return nil }
    return LoyaltyScore(
      recency: Int(scores / 25 % 5) + 1,
      frequency: Int(scores / 5 % 5) + 1,
      monetary: Int(scores % 5) + 1
    )
  }

  /// Toward the campaign, if one was measured.
  public internal(set) var status: CustomerVulnerability.Status

  /// Expected and observed purchases in the campaign’s window; nil outside the observation set.
  public var expected: Double? { status.isObserved ? expectedPurchases : nil }

  /// Purchases in the window; nil where the customer is not watched.
  public var observed: Int? { status.isObserved ? Int(observedPurchases) : nil }

  /// 125 more than the three scores less one as digits to the base 5; 0 for none.
  var scores: UInt8 = 0

  /// Days since the first occasion.
  var first: Int32 = -1
  var last: Int32 = -1
  var frequency: Int32 = 0
  var observedPurchases: Int32 = 0

  /// The median of whole days may end in a half.
  var twiceMedian: Int32 = -1
  var repeatSpend = 0.0
  var monetary = 0.0
  var expectedPurchases = 0.0

  var isScored: Bool { frequency > 0 && monetary > 0 }

  init() {
    occasions = 0
    status = .notExposed
  }
}
