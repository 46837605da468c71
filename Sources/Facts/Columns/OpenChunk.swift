import Kernel

/// The facts of one question that came last, in columns that still grow.
struct OpenChunk: Sendable {
  private(set) var days = DayColumn()

  /// Points in the low bits, `Chunk.oppositeBit` above them.
  private(set) var scores: [UInt8] = []

  /// By number of dimension; a missing tail of columns was never given here.
  private(set) var codes: [GrowingColumn] = []

  init() {}

  /// The same facts, free to grow again.
  init(_ chunk: Chunk) {
    for row in 0..<chunk.count {
      append(
        day: Day(rawValue: chunk.baseDay + Int32(chunk.days[row])),
        score: UInt8(chunk.scores[row]),
        row: chunk.codes.map { $0[row] }
      )
    }
  }

  var count: Int { scores.count }

  /// `row` holds one code per dimension of the store.
  mutating func append(day: Day, score: UInt8, row: [UInt32]) {
    while codes.count < row.count { codes.append(GrowingColumn(repeating: 0, count: count)) }
    for dimension in codes.indices {
      codes[dimension].append(dimension < row.count ? row[dimension] : 0)
    }
    days.append(day)
    scores.append(score)
  }

  /// Forgets the facts and keeps the memory for the next ones.
  mutating func removeAll() {
    self = OpenChunk()
    scores.reserveCapacity(Chunk.capacity)
  }
}
