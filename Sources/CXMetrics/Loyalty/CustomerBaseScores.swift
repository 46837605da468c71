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

  init(
    _ tally: CustomerBaseTally,
    _ cells: SharedCells<CustomerFigures>,
    _ count: Int,
    tasks: Int
  ) async {
    let scored = tally.scored
    self.scored = scored
    // Fewer days are better: counted from the most days on.
    recency = Thresholds(counts: tally.recencies.ascending.reversed().map { (-$0, $1) }, of: scored)
    frequency = Thresholds(counts: tally.frequencies.ascending, of: scored)
    let buckets = Thresholds.bucketsToSort(tally.spends, of: scored)
    let spends = await Self.spends(in: buckets, cells, count, tasks: tasks)
    monetary = Thresholds(spends, counts: tally.spends, of: scored)
  }

  /// What customers of some buckets spent, least first.
  private static func spends(
    in buckets: [Int],
    _ cells: SharedCells<CustomerFigures>,
    _ count: Int,
    tasks: Int
  ) async -> [Double] {
    await withTaskGroup(of: [Double].self) { group in
      for task in 0..<tasks {
        group.addTask {
          var found: [Double] = []
          for customer in count * task / tasks..<count * (task + 1) / tasks {
            let figures = cells[customer]
            guard figures.isScored else { continue }
            let bucket = CustomerBaseTally.spendBucket(figures.monetary)
            // Hardly more than the four thresholds.
            if buckets.contains(bucket) { found.append(figures.monetary) }
          }
          return found
        }
      }
      var all: [Double] = []
      for await found in group { all += found }
      return all.sorted()
    }
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

    /// From numbers and how many have each, worst first.
    init(counts: [(number: Int, count: Int)], of total: Int) {
      var worse = 0
      for (value, count) in counts where count > 0 {
        take(Int64(value), worse: worse, equal: count, of: total)
        worse += count
      }
    }

    /// Buckets in which a threshold can lie.
    static func bucketsToSort(_ counts: [Int], of total: Int) -> [Int] {
      var (worse, reached) = (0, 1)
      return counts.indices.filter { bucket in
        let count = counts[bucket]
        guard count > 0 else { return false }
        let highest = QuintileScores.score(worse: worse + count - 1, equal: 1, of: total)
        // The least that the best of the bucket can have: all in it may be equal.
        let certain = QuintileScores.score(worse: worse, equal: count, of: total)
        defer { (worse, reached) = (worse + count, max(reached, certain)) }
        return highest > reached
      }
    }

    /// From the amounts of the buckets to sort, least first, and how many each bucket has.
    init(_ amounts: [Double], counts: [Int], of total: Int) {
      var (worse, bucket, start) = (0, 0, 0)
      while start < amounts.count {
        let next = CustomerBaseTally.spendBucket(amounts[start])
        worse += counts[bucket..<next].reduce(0, +)
        bucket = next
        var end = start + 1
        while end < amounts.count, amounts[end] == amounts[start] { end += 1 }
        let key = Int64(bitPattern: amounts[start].bitPattern)
        take(key, worse: worse, equal: end - start, of: total)
        worse += end - start
        if end < amounts.count, CustomerBaseTally.spendBucket(amounts[end]) != bucket {
          bucket += 1
        }
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
