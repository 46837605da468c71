/// What a task counts over all of its customers, and what scores are found from.
///
/// Whole numbers only, so that the order in which tallies are merged changes nothing.
struct CustomerBaseTally: Sendable {
  /// Days between occasions, and days since the last one.
  private var ended = WholeNumberCounts()
  private var running = WholeNumberCounts()

  /// Customers with a score.
  private(set) var scored = 0

  /// Scored customers by days since the last occasion.
  private(set) var recencies = WholeNumberCounts()

  /// By number of occasions.
  private(set) var frequencies = WholeNumberCounts()

  /// By the leading bits of what they spent.
  private(set) var spends = [Int](repeating: 0, count: 1 << Self.spendBits)

  /// Sign, exponent and four bits of the fraction: sixteen buckets to a doubling.
  private static let spendBits = 16

  /// Orders as amounts above 0 do.
  static func spendBucket(_ amount: Double) -> Int {
    Int(amount.bitPattern >> UInt64(64 - spendBits))
  }

  mutating func add(_ figures: CustomerFigures, _ intervals: PurchaseIntervals) {
    ended.add(intervals)
    if let days = figures.daysSinceLast { running.add(days) }
    guard figures.isScored else { return }
    scored += 1
    recencies.add(Int(figures.last))
    frequencies.add(Int(figures.frequency))
    spends[Self.spendBucket(figures.monetary)] += 1
  }

  mutating func merge(_ other: Self) {
    ended.merge(other.ended)
    running.merge(other.running)
    scored += other.scored
    recencies.merge(other.recencies)
    frequencies.merge(other.frequencies)
    for bucket in spends.indices { spends[bucket] += other.spends[bucket] }
  }

  var survival: PurchaseIntervalSurvival {
    var survival = PurchaseIntervalSurvival()
    for (days, count) in ended.ascending { survival.add(Double(days), ended: count, running: 0) }
    for (days, count) in running.ascending { survival.add(Double(days), ended: 0, running: count) }
    return survival
  }
}
