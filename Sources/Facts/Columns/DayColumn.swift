import Kernel

/// The days of a run of facts, each as its distance from a day not later than any of them.
///
/// Facts arrive nearly in the order of their days, so that the distance seldom needs more than
/// one byte.
struct DayColumn: Sendable {
  private(set) var base: Int32 = 0
  private(set) var offsets = GrowingColumn()

  init() {}

  init(base: Int32, offsets: GrowingColumn) {
    self.base = base
    self.offsets = offsets
  }

  var count: Int { offsets.count }

  /// The earliest and the latest day; meaningless when empty.
  var first: Int32 { base + Int32(offsets.low) }
  var last: Int32 { base + Int32(offsets.high) }

  subscript(row: Int) -> Day { Day(rawValue: base + Int32(offsets[row])) }

  mutating func append(_ day: Day) {
    if offsets.count == 0 { base = day.rawValue }
    if day.rawValue < base { rebase(to: day.rawValue) }
    offsets.append(UInt32(day.rawValue - base))
  }

  /// Late arrivals only: every distance grows by the days the base moves back.
  private mutating func rebase(to earlier: Int32) {
    let shift = UInt32(base - earlier)
    var moved = GrowingColumn()
    for row in 0..<offsets.count { moved.append(offsets[row] + shift) }
    offsets = moved
    base = earlier
  }
}
