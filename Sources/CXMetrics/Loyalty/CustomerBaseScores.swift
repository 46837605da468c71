/// The scores of very many customers, without sorting them.
///
/// A score never falls as the value rises, so four thresholds say it all: the least value of
/// scores 2, 3, 4 and 5. Whole numbers are counted one by one. Amounts are counted in buckets by
/// their leading bits, and only buckets in which a threshold can lie are sorted.
struct CustomerBaseScores: Sendable {
  /// Customers with a score.
  let scored: Int

  private let recency: Thresholds
  private let frequency: Thresholds
  private let monetary: Thresholds

  init(_ cells: SharedCells<CustomerFigures>, count: Int) {
    var amounts: [UInt64] = []
    amounts.reserveCapacity(count)
    var days: [Int] = []
    var frequencies: [Int] = []
    for customer in 0..<count {
      let figures = cells[customer]
      guard figures.isScored else { continue }
      amounts.append(figures.monetary.bitPattern)
      Self.count(Int(figures.last), in: &days)
      Self.count(Int(figures.frequency), in: &frequencies)
    }
    let scored = amounts.count
    self.scored = scored
    // Fewer days are better: counted from the most days on.
    recency = Thresholds(
      counts: days.enumerated().reversed().map { (-$0.offset, $0.element) },
      of: scored
    )
    frequency = Thresholds(
      counts: frequencies.enumerated().map { ($0.offset, $0.element) },
      of: scored
    )
    monetary = Thresholds(amounts)
  }

  private static func count(_ value: Int, in counts: inout [Int]) {
    if value >= counts.count {
      counts.append(contentsOf: repeatElement(0, count: value + 1 - counts.count))
    }
    counts[value] += 1
  }

  /// Scores the customers, each task its part of them.
  func assign(to cells: SharedCells<CustomerFigures>, count: Int, tasks: Int) async {
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<tasks {
        group.addTask {
          for customer in count * task / tasks..<count * (task + 1) / tasks {
            assign(to: &cells[customer])
          }
        }
      }
    }
  }

  private func assign(to figures: inout CustomerFigures) {
    guard figures.isScored else { return }
    figures.scores = UInt8(
      125 + 25 * recency.passed(Int64(-figures.last)) + 5
        * frequency.passed(Int64(figures.frequency))
        + monetary.passed(Int64(bitPattern: figures.monetary.bitPattern))
    )
  }

  /// The least keys of the scores 2 through 5; a key orders as its value does.
  private struct Thresholds {
    private var least: [Int64] = []

    private static let bucketBits = 16

    /// From values and how many have each, worst first.
    init(counts: [(value: Int, count: Int)], of total: Int) {
      var worse = 0
      for (value, count) in counts where count > 0 {
        take(Int64(value), worse: worse, equal: count, of: total)
        worse += count
      }
    }

    /// From the bits of amounts above 0, which order as the amounts do.
    init(_ keys: [UInt64]) {
      var buckets = [Int](repeating: 0, count: 1 << Self.bucketBits)
      for key in keys { buckets[Self.bucket(key)] += 1 }
      var worse = 0
      for bucket in buckets.indices where buckets[bucket] > 0 {
        let highest = QuintileScores.score(
          worse: worse + buckets[bucket] - 1,
          equal: 1,
          of: keys.count
        )
        if highest >= least.count + 2 {
          takeAll(keys.filter { Self.bucket($0) == bucket }.sorted(), worse: worse, of: keys.count)
        }
        worse += buckets[bucket]
      }
    }

    private static func bucket(_ key: UInt64) -> Int { Int(key >> UInt64(64 - bucketBits)) }

    private mutating func takeAll(_ keys: [UInt64], worse: Int, of total: Int) {
      var start = 0
      while start < keys.count {
        var end = start + 1
        while end < keys.count, keys[end] == keys[start] { end += 1 }
        take(Int64(bitPattern: keys[start]), worse: worse + start, equal: end - start, of: total)
        start = end
      }
    }

    private mutating func take(_ key: Int64, worse: Int, equal: Int, of total: Int) {
      let score = QuintileScores.score(worse: worse, equal: equal, of: total)
      while least.count + 2 <= score { least.append(key) }
    }

    /// How many thresholds a value has reached: one less than its score.
    func passed(_ key: Int64) -> Int {
      var passed = 0
      for bound in least where key >= bound { passed += 1 }
      return passed
    }
  }
}
