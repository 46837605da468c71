/// Memory that several tasks fill at once, each its own part of it.
///
/// Safe because a part is never touched by two tasks, and read by others only after the task that
/// filled it has ended.
@safe final class SharedCells<Cell: BitwiseCopyable>: @unchecked Sendable {
  private let cells: UnsafeMutableBufferPointer<Cell>

  init(count: Int) { unsafe cells = .allocate(capacity: count) }

  deinit { unsafe cells.deallocate() }

  var count: Int { unsafe cells.count }

  /// Checked in debug builds; the indices are ours, never the input’s.
  subscript(index: Int) -> Cell {
    get {
      assert(index >= 0 && index < count)
      return unsafe cells[index]
    }
    set {
      assert(index >= 0 && index < count)
      unsafe cells[index] = newValue
    }
  }
}
