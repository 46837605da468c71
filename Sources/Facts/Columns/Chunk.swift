import Kernel

/// Up to `capacity` facts of one question, column by column in one piece of memory, never changed.
struct Chunk: Sendable {
  /// - Units: facts. Positions within a chunk fit in 16 bits.
  static let capacity = 1 << 16

  /// Marks an opposite: the fact takes one answer away.
  static let oppositeBit: UInt8 = 0x80

  let count: Int

  /// Days are counted from here.
  let baseDay: Int32
  let days: PackedColumn

  /// Points in the low bits, `oppositeBit` above them.
  let scores: PackedColumn

  /// By number of dimension; a missing tail of columns was never given here.
  let codes: [PackedColumn]

  /// Owns the memory that the columns point into.
  let slab: Slab

  init(_ open: OpenChunk) {
    count = open.count
    baseDay = open.days.base
    let byteCounts = open.codes.map(\.byteCount) + [open.days.offsets.byteCount, open.count]
    var packer = SlabPacker(byteCount: byteCounts.reduce(0) { $0 + SlabPacker.room(for: $1) })
    days = packer.pack(open.days.offsets)
    codes = open.codes.map { packer.pack($0) }
    scores = packer.pack(open.scores)
    slab = packer.slab
  }

  /// A chunk as a snapshot holds it.
  init(_ piece: SnapshotCatalogue.Piece, in slab: Slab) {
    count = piece.count
    baseDay = piece.baseDay
    var packer = SlabPacker(around: slab)
    let columns = piece.columns.map { packer.skip($0, count: piece.count) }
    days = columns[0]
    codes = Array(columns.dropFirst())
    scores = packer.skip(
      SnapshotCatalogue.ColumnShape(width: .byte, low: 0, high: 255),
      count: piece.count
    )
    self.slab = slab
  }

  /// The earliest and the latest day; meaningless when empty.
  var firstDay: Int32 { baseDay + Int32(days.low) }
  var lastDay: Int32 { baseDay + Int32(days.high) }

  func column(of dimension: Int) -> PackedColumn {
    dimension < codes.count ? codes[dimension] : .zeros
  }

  /// The memory its columns take, in bytes.
  var footprint: Int { slab.byteCount }
}

/// The facts of one question: full chunks and the one being filled.
struct Partition: Sendable {
  private(set) var full: [Chunk] = []
  private(set) var open = OpenChunk()

  var count: Int { full.count * Chunk.capacity + open.count }

  var chunks: [Chunk] { open.count == 0 ? full : full + [Chunk(open)] }

  /// Takes in a chunk of a snapshot; what is not full goes on being filled.
  mutating func append(_ chunk: Chunk) {
    precondition(open.count == 0, "a chunk cannot follow one that is not full")
    if chunk.count == Chunk.capacity { full.append(chunk) } else { open = OpenChunk(chunk) }
  }

  mutating func append(day: Day, score: UInt8, row: [UInt32]) {
    open.append(day: day, score: score, row: row)
    if open.count == Chunk.capacity {
      full.append(Chunk(open))
      open.removeAll()
    }
  }
}
