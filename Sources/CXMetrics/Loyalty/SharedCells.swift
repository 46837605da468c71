#if canImport(Glibc)
  import Glibc
#endif

/// Memory that several tasks fill at once, each its own part of it.
///
/// Safe because a part is never touched by two tasks, and read by others only after the task that
/// filled it has ended.
@safe final class SharedCells<Cell: BitwiseCopyable>: @unchecked Sendable {
  private let cells: UnsafeMutableBufferPointer<Cell>

  init(count: Int) {
    let bytes = count * MemoryLayout<Cell>.stride
    guard bytes >= 4 * largePage else {
      unsafe cells = .allocate(capacity: count)
      return
    }
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: largePage)
    #if canImport(Glibc)
      // Only a wish: first touches cost a tenth when the system grants it.
      _ = unsafe madvise(memory, bytes, MADV_HUGEPAGE)
    #endif
    unsafe cells = UnsafeMutableBufferPointer(
      start: memory.bindMemory(to: Cell.self, capacity: count),
      count: count
    )
  }

  deinit { unsafe cells.deallocate() }

  var count: Int { unsafe cells.count }

  /// A part that one task alone works on.
  @unsafe func part(_ range: Range<Int>) -> UnsafeMutableBufferPointer<Cell> {
    unsafe UnsafeMutableBufferPointer(rebasing: cells[range])
  }

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

private let largePage = 1 << 21
