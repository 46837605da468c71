/// Purchases brought together by customer: first into parts that fit a cache, by counting.
///
/// Rows keep their order within a customer whatever the number of tasks, so that sums of amounts
/// never depend on it.
struct PurchaseSorting {
  struct Row: BitwiseCopyable {
    let customer: UInt32
    let day: Int32
    let amount: Double
  }

  /// Customers of a part are neighbours: 4096 of them, more only for very many customers.
  let shift: Int
  let rows: SharedCells<Row>

  /// Where the rows of each part begin, and where the last ends.
  let starts: [Int]

  private static let partsMax = 1024

  var partCount: Int { starts.count - 1 }

  /// The customers of a part.
  func customers(of part: Int, count: Int) -> Range<Int> {
    part << shift..<min(count, (part + 1) << shift)
  }

  init(_ purchases: PurchaseLedger, tasks: Int) async {
    var wide = 12
    while purchases.customerCount >> wide >= Self.partsMax { wide += 1 }
    let shift = wide
    self.shift = shift
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
    let rows = SharedCells<Row>(count: max(1, total))
    self.rows = rows
    await withTaskGroup(of: Void.self) { group in
      for (chunk, first) in zip(chunks, firsts) {
        group.addTask { Self.spread(purchases, chunk, first, shift: shift, into: rows) }
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

  private static func spread(
    _ purchases: PurchaseLedger,
    _ chunk: Range<Int>,
    _ first: [Int],
    shift: Int,
    into rows: SharedCells<Row>
  ) {
    var next = first
    for index in chunk {
      let customer = purchases.customers[index]
      let part = Int(customer) >> shift
      rows[next[part]] = Row(
        customer: customer,
        day: purchases.days[index],
        amount: purchases.amounts[index]
      )
      next[part] += 1
    }
  }
}
