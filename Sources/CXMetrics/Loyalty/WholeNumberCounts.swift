/// How often each whole number from 0 on occurs, usual ones without hashing.
struct WholeNumberCounts: Sendable {
  /// Eleven years of days; a customer with more occasions, or longer away, is counted too.
  private static let usualMax = 4096

  private var usual = [Int](repeating: 0, count: usualMax)
  private var unusual: [Int: Int] = [:]

  mutating func add(_ number: Int, times: Int = 1) {
    if number < Self.usualMax {
      usual[number] += times
    } else {
      unusual[number, default: 0] += times
    }
  }

  mutating func add(_ intervals: PurchaseIntervals) {
    let count = intervals.count
    var missed = 0
    var usual = usual.mutableSpan
    for index in 0..<count {
      let days = intervals[index]
      if days < Self.usualMax { usual[days] += 1 } else { missed += 1 }
    }
    guard missed > 0 else { return }
    for index in 0..<count where intervals[index] >= Self.usualMax {
      unusual[intervals[index], default: 0] += 1
    }
  }

  mutating func merge(_ other: Self) {
    for number in 0..<Self.usualMax { usual[number] += other.usual[number] }
    unusual.merge(other.unusual, uniquingKeysWith: +)
  }

  /// Numbers that occur, the smallest first.
  var ascending: [(number: Int, count: Int)] {
    (usual.enumerated().map { ($0.offset, $0.element) } + unusual.sorted { $0.key < $1.key })
      .filter { $0.1 > 0 }.map { (number: $0.0, count: $0.1) }
  }
}
