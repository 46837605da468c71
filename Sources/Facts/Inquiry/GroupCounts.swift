/// Counts per group and points, filled by one worker.
///
/// Few groups lie side by side; many are found through a hash, so that memory follows the groups
/// that occur rather than those that could.
struct GroupCounts: Sendable {
  /// Points per group.
  static let width = 11

  /// Groups that lie side by side at most: 12 MB a worker.
  static let denseGroupsMax = 1 << 18

  /// Groups that an answer may have at most.
  static let groupsMax = 1_000_000

  let groupCount: Int
  var cells: [Int32]

  /// Group by row of `cells`, and its inverse by open addressing; both empty when dense.
  private var groups: [Int] = []
  private var slots: [Int32] = []

  init(groupCount: Int, denseGroupsMax: Int = Self.denseGroupsMax) {
    self.groupCount = groupCount
    if groupCount <= denseGroupsMax {
      cells = [Int32](repeating: 0, count: groupCount * Self.width)
    } else {
      cells = []
      slots = [Int32](repeating: -1, count: 1 << 12)
    }
  }

  var isDense: Bool { slots.isEmpty }

  /// The row of a group in `cells`, made when it is new. For sparse counts only.
  mutating func row(of group: Int) -> Int {
    let mask = slots.count - 1
    var slot = Self.hash(group) & mask
    while slots[slot] >= 0 {
      let row = Int(slots[slot])
      if groups[row] == group { return row }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(groups.count)
    groups.append(group)
    cells.append(contentsOf: repeatElement(0, count: Self.width))
    if groups.count * 2 > slots.count { grow() }
    return groups.count - 1
  }

  /// Spreads neighbours over the table (multiplication by the golden ratio's fraction).
  private static func hash(_ group: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(truncatingIfNeeded: group) &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (row, group) in groups.enumerated() {
      var slot = Self.hash(group) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(row)
    }
  }

  /// Sparse counts have met more groups than an answer may have.
  var isOverfull: Bool { groups.count > Self.groupsMax }

  mutating func merge(_ other: GroupCounts) {
    if isDense {
      for cell in cells.indices { cells[cell] += other.cells[cell] }
      return
    }
    for (row, group) in other.groups.enumerated() {
      let own = self.row(of: group) * Self.width
      for points in 0..<Self.width { cells[own + points] += other.cells[row * Self.width + points] }
    }
  }

  /// Every group that is not empty, in ascending order.
  func laidOut(on axes: [Axis]) -> [Tallies.Group] {
    let order = isDense ? [] : groups.indices.sorted { groups[$0] < groups[$1] }
    let cells = cells.span
    var laidOut: [Tallies.Group] = []
    laidOut.reserveCapacity(isDense ? groupCount : order.count)
    for number in 0..<(isDense ? groupCount : order.count) {
      let row = isDense ? number : order[number]
      var counts = InlineArray<11, Int32>(repeating: 0)
      var isEmpty = true
      for points in 0..<Self.width {
        counts[points] = cells[row * Self.width + points]
        if counts[points] != 0 { isEmpty = false }
      }
      guard !isEmpty else { continue }
      var rest = isDense ? row : groups[row]
      var places = InlineArray<3, Int32>(repeating: 0)
      for (axis, stride) in axes.lazy.map(\.stride).enumerated() {
        places[axis] = Int32(truncatingIfNeeded: rest / stride)
        rest %= stride
      }
      laidOut.append(Tallies.Group(places: places, counts: counts))
    }
    return laidOut
  }
}
