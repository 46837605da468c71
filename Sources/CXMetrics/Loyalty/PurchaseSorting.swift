/// Purchases brought together by customer: first into parts that fit a cache, by counting.
///
/// Rows keep their order within a customer whatever the number of tasks, so that sums of amounts
/// never depend on it.
struct PurchaseSorting {
  struct Row: BitwiseCopyable {
    /// The customer within the part, then the day since the first one: orders as both do.
    let key: UInt64
    let amount: Double
  }

  /// Customers of a part are neighbours: 1024 of them, more only for very many customers.
  let shift: Int

  /// The lowest bits of a key, which hold the day.
  let dayBits: Int
  let firstDay: Int
  let rows: SharedCells<Row>

  /// Where the rows of each part begin, and where the last ends.
  let starts: [Int]

  private static let fewestBits = 10
  private static let partsMax = 1024

  var partCount: Int { starts.count - 1 }

  /// Bits of a key that may be set.
  var keyBits: Int { shift + dayBits }

  /// The customers of a part.
  func customers(of part: Int, count: Int) -> Range<Int> {
    part << shift..<min(count, (part + 1) << shift)
  }

  init(_ purchases: PurchaseLedger, tasks: Int) async {
    var wide = Self.fewestBits
    while purchases.customerCount >> wide >= Self.partsMax { wide += 1 }
    let shift = wide
    self.shift = shift
    firstDay = Int(purchases.dayRange.lowerBound)
    let lastDay = Int(purchases.dayRange.upperBound) - firstDay
    dayBits = Int.bitWidth - lastDay.leadingZeroBitCount
    let parts = max(1, (purchases.customerCount + (1 << shift) - 1) >> shift)
    let total = purchases.customers.count
    let chunks = (0..<tasks).map { total * $0 / tasks..<total * ($0 + 1) / tasks }
    let counts = await Self.counts(purchases.customers, chunks, shift: shift, parts: parts)

    var starts: [Int] = []
    var firsts = [[Int]](repeating: [Int](repeating: 0, count: parts), count: chunks.count)
    var next = 0
    for part in 0..<parts {
      starts.append(next)
      for chunk in chunks.indices {
        firsts[chunk][part] = next
        next += counts[chunk][part]
      }
    }
    starts.append(next)
    self.starts = starts
    rows = SharedCells<Row>(count: max(1, total))
    await withTaskGroup(of: Void.self) { group in
      for (chunk, first) in zip(chunks, firsts) {
        group.addTask { [self] in spread(purchases, chunk, first) }
      }
    }
  }

  private static func counts(
    _ customers: [UInt32],
    _ chunks: [Range<Int>],
    shift: Int,
    parts: Int
  ) async -> [[Int]] {
    await withTaskGroup(of: (Int, [Int]).self, returning: [[Int]].self) { group in
      for (index, chunk) in chunks.enumerated() {
        group.addTask {
          var counts = [Int](repeating: 0, count: parts)
          for customer in customers[chunk] { counts[Int(customer) >> shift] += 1 }
          return (index, counts)
        }
      }
      var counts = [[Int]](repeating: [], count: chunks.count)
      for await (index, found) in group { counts[index] = found }
      return counts
    }
  }

  /// Each row of a chunk to the next free place of its part.
  private func spread(_ purchases: PurchaseLedger, _ chunk: Range<Int>, _ first: [Int]) {
    var places = first
    var next = places.mutableSpan
    let customers = purchases.customers.span
    let days = purchases.days.span
    let amounts = purchases.amounts.span
    let mask = 1 << shift - 1
    for index in chunk {
      let customer = Int(customers[index])
      let part = customer >> shift
      rows[next[part]] = Row(
        key: UInt64((customer & mask) << dayBits | (Int(days[index]) - firstDay)),
        amount: amounts[index]
      )
      next[part] += 1
    }
  }
}
