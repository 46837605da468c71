import Kernel

/// The facts of one question that came last, in columns that still grow.
struct OpenChunk: Sendable {
  private(set) var days = DayColumn()

  /// Points in the low bits, `Chunk.oppositeBit` above them.
  private(set) var scores: [UInt8] = []

  /// By number of dimension; a missing tail of columns was never given here.
  private(set) var codes: [Column] = []

  var count: Int { scores.count }

  /// `row` holds one code per dimension of the store.
  mutating func append(day: Day, score: UInt8, row: [UInt32]) {
    while codes.count < row.count { codes.append(Column(repeating: 0, count: count)) }
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
