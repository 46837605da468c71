import Foundation

/// A piece of memory of fixed size, filled once and then shared between threads.
///
/// It exists because a scan over an array's memory would count references for every block, and
/// the threads would wait on each other for that.
@safe final class Slab: @unchecked Sendable {
  /// Written by `SlabPacker` or a snapshot's reader before anyone else sees the slab.
  let bytes: UnsafeMutableRawBufferPointer

  var byteCount: Int { unsafe bytes.count }

  /// Zeros, so that the gaps between columns carry nothing into a snapshot.
  init(byteCount: Int) {
    unsafe bytes = .allocate(byteCount: max(byteCount, 1), alignment: 64)
    unsafe bytes.initializeMemory(as: UInt8.self, repeating: 0)
  }

  init(copying data: Data, from start: Int, byteCount: Int) {
    unsafe bytes = .allocate(byteCount: max(byteCount, 1), alignment: 64)
    unsafe data.copyBytes(
      to: bytes,
      from: data.startIndex + start..<data.startIndex + start + byteCount
    )
  }

  deinit { unsafe bytes.deallocate() }

  var checksum: UInt64 { unsafe Checksum.of(bytes.bytes) }

  func write(to handle: FileHandle) throws {
    let data = unsafe Data(
      bytesNoCopy: bytes.baseAddress!,
      count: bytes.count,
      deallocator: .none
    )
    try handle.write(contentsOf: data)
  }
}

/// A column within a slab, which must outlive it.
@safe struct PackedColumn: @unchecked Sendable {
  let width: GrowingColumn.Width

  /// The smallest and the largest value.
  let low: UInt32
  let high: UInt32

  /// The first value; null when the width is `constant`.
  let start: UnsafeRawPointer?

  /// Of any length, for a dimension never given.
  static let zeros = unsafe PackedColumn(width: .constant, low: 0, high: 0, start: nil)

  /// The caller keeps `row` within the chunk.
  subscript(row: Int) -> UInt32 {
    guard let start = unsafe start else { return low }
    return switch width {
    case .constant: low
    case .byte: unsafe UInt32(start.load(fromByteOffset: row, as: UInt8.self))
    case .word: unsafe UInt32(start.load(fromByteOffset: 2 * row, as: UInt16.self))
    case .quad: unsafe start.load(fromByteOffset: 4 * row, as: UInt32.self)
    }
  }
}

/// Lays columns one behind the other into a new slab.
struct SlabPacker {
  let slab: Slab
  private var used = 0

  /// Columns begin on a cache line, so that vector code never straddles two.
  static func room(for byteCount: Int) -> Int { (byteCount + 63) & ~63 }

  init(byteCount: Int) {
    slab = Slab(byteCount: byteCount)
  }

  /// Wraps a slab whose columns lie as this packer would have laid them.
  init(around slab: Slab) {
    self.slab = slab
  }

  mutating func skip(
    _ shape: SnapshotCatalogue.ColumnShape,
    count: Int
  ) -> PackedColumn {
    let start = used
    used += Self.room(for: count * Int(shape.width.rawValue))
    return unsafe PackedColumn(
      width: shape.width,
      low: shape.low,
      high: shape.high,
      start: shape.width == .constant ? nil : UnsafeRawPointer(slab.bytes.baseAddress! + start)
    )
  }

  mutating func pack(_ column: GrowingColumn) -> PackedColumn {
    let start: UnsafeRawPointer? =
      switch column.width {
      case .constant: nil
      case .byte: unsafe copy(column.bytes)
      case .word: unsafe copy(column.words)
      case .quad: unsafe copy(column.quads)
      }
    return unsafe PackedColumn(
      width: column.width,
      low: column.low,
      high: column.high,
      start: start
    )
  }

  /// Scores are never held as a constant: the last pass wants them as bytes.
  mutating func pack(_ scores: [UInt8]) -> PackedColumn {
    unsafe PackedColumn(
      width: .byte,
      low: UInt32(scores.min() ?? 0),
      high: UInt32(scores.max() ?? 0),
      start: copy(scores)
    )
  }

  private mutating func copy(_ values: [some BitwiseCopyable]) -> UnsafeRawPointer {
    unsafe values.withUnsafeBytes { source in
      let start = used
      used += Self.room(for: source.count)
      let target = unsafe UnsafeMutableRawBufferPointer(rebasing: slab.bytes[start..<used])
      unsafe target.copyMemory(from: source)
      return UnsafeRawPointer(target.baseAddress!)
    }
  }
}
