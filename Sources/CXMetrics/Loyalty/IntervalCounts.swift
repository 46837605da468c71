/// Intervals between purchases by their length in days, usual lengths without hashing.
struct IntervalCounts: Sendable {
  /// More than five years between two purchases is no cycle, but counts.
  private static let usualDays = 2048

  private var ended = [Int](repeating: 0, count: usualDays)
  private var running = [Int](repeating: 0, count: usualDays)
  private var unusual = PurchaseIntervalSurvival()

  /// Takes in a customer’s intervals and the one still running.
  mutating func add(_ intervals: [Int], running days: Int?) {
    for interval in intervals {
      if interval < Self.usualDays {
        ended[interval] += 1
      } else {
        unusual.add(Double(interval), ended: 1, running: 0)
      }
    }
    guard let days else { return }
    if days < Self.usualDays {
      running[days] += 1
    } else {
      unusual.add(Double(days), ended: 0, running: 1)
    }
  }

  mutating func merge(_ other: Self) {
    for days in 0..<Self.usualDays {
      ended[days] += other.ended[days]
      running[days] += other.running[days]
    }
    unusual.merge(other.unusual)
  }

  var survival: PurchaseIntervalSurvival {
    var survival = unusual
    for days in 0..<Self.usualDays where ended[days] + running[days] > 0 {
      survival.add(Double(days), ended: ended[days], running: running[days])
    }
    return survival
  }
}
