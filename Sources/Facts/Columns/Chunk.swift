import Kernel

/// Up to `capacity` facts of one question, column by column.
struct Chunk: Sendable {
  /// - Units: facts. Positions within a chunk fit in 16 bits.
  static let capacity = 1 << 16

  /// Marks an opposite: the fact takes one answer away.
  static let oppositeBit: UInt8 = 0x80

  private(set) var days = DayColumn()

  /// Points in the low bits, `oppositeBit` above them.
  private(set) var scores: [UInt8] = []

  /// By number of dimension; a missing tail of columns was never given here.
  private(set) var codes: [Column] = []

  private(set) var hasOpposites = false

  init() {}

  init(days: DayColumn, scores: [UInt8], codes: [Column]) {
    self.days = days
    self.scores = scores
    self.codes = codes
    hasOpposites = scores.contains { $0 & Self.oppositeBit != 0 }
  }

  var count: Int { scores.count }

  /// `row` holds one code per dimension of the store.
  mutating func append(day: Day, score: UInt8, row: [UInt32]) {
    while codes.count < row.count { codes.append(Column(repeating: 0, count: count)) }
    for dimension in codes.indices {
      codes[dimension].append(dimension < row.count ? row[dimension] : 0)
    }
    days.append(day)
    scores.append(score)
    if score & Self.oppositeBit != 0 { hasOpposites = true }
  }

  func column(of dimension: Int) -> Column {
    dimension < codes.count ? codes[dimension] : Column(repeating: 0, count: count)
  }

  /// The memory its columns take, in bytes.
  var footprint: Int {
    codes.reduce(scores.capacity + days.offsets.footprint) { $0 + $1.footprint }
  }
}

/// The facts of one question: full chunks, which never change again, and the one being filled.
struct Partition: Sendable {
  private(set) var full: [Chunk] = []
  private(set) var open = Chunk()

  init() {}

  init(chunks: [Chunk]) {
    full = chunks
    if let last = full.last, last.count < Chunk.capacity { open = full.removeLast() }
  }

  var count: Int { full.reduce(open.count) { $0 + $1.count } }

  var chunks: [Chunk] { open.count == 0 ? full : full + [open] }

  mutating func append(day: Day, score: UInt8, row: [UInt32]) {
    open.append(day: day, score: score, row: row)
    if open.count == Chunk.capacity {
      full.append(open)
      open = Chunk()
    }
  }
}
