package import Foundation
import Kernel

/// The columns as a file, from which a start is quicker than from the ledger.
///
/// Layout, little-endian: eight letters and a format number; the catalogue's length and checksum;
/// the catalogue; then each chunk's slab, whose checksum the catalogue holds. Whatever does not
/// fit is refused with a reason, and the columns are built from the ledger instead.
package enum FactSnapshot {
  private static let letters = Array("TSFACTS\n".utf8)
  private static let format: UInt32 = 1
  private static let headerByteCount = 32

  /// Replaces the file as a whole: a crash leaves the old one or the new one.
  package static func write(_ columns: FactColumns, to file: URL) throws {
    let pieces = columns.partitions.sorted { $0.key < $1.key }.flatMap { question, partition in
      partition.chunks.map { (question: question, chunk: $0) }
    }
    let catalogue = SnapshotCatalogue(
      head: columns.head,
      mark: columns.mark,
      dimensions: columns.dimensions.map { ($0.name, $0.values) },
      pieces: pieces.map { SnapshotCatalogue.Piece($0.chunk, of: $0.question) }
    ).bytes
    var header = SnapshotWriter()
    for letter in letters { header.write(letter) }
    header.write(format)
    header.write(UInt32(0))
    header.write(UInt64(catalogue.count))
    header.write(unsafe Checksum.of(catalogue.span.bytes))

    let unfinished = file.appendingPathExtension("new")
    try Data().write(to: unfinished)
    let handle = try FileHandle(forWritingTo: unfinished)
    defer { try? handle.close() }
    try handle.write(contentsOf: Data(header.bytes))
    try handle.write(contentsOf: Data(catalogue))
    for (_, chunk) in pieces { try chunk.slab.write(to: handle) }
    // The name must not be on disk before the content is.
    try handle.synchronize()
    guard unsafe rename(unfinished.path(), file.path()) == 0 else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: file.path()])
    }
  }

  package static func read(_ file: URL) throws(SnapshotRefusal) -> FactColumns {
    let data = try contents(of: file)
    guard data.count >= headerByteCount else {
      throw data.starts(with: letters) ? .truncated : .notASnapshot
    }
    var header = SnapshotReader(Array(data.prefix(headerByteCount)))
    for letter in letters {
      guard try header.read(UInt8.self) == letter else { throw .notASnapshot }
    }
    let found: UInt32 = try header.read()
    guard found == format else { throw .otherVersion(found) }
    _ = try header.read(UInt32.self)
    let byteCount: UInt64 = try header.read()
    let checksum: UInt64 = try header.read()
    guard byteCount <= UInt64(data.count - headerByteCount) else { throw .truncated }
    let slabsStart = headerByteCount + Int(byteCount)
    let bytes = Array(data[headerByteCount..<slabsStart])
    guard unsafe Checksum.of(bytes.span.bytes) == checksum else {
      throw .damaged("its catalogue changed")
    }
    let catalogue = try SnapshotCatalogue(bytes)
    return try FactColumns(catalogue, slabs: data, from: slabsStart)
  }

  /// Mapped, so that no byte is copied twice; a writer replaces the file and never changes it.
  private static func contents(of file: URL) throws(SnapshotRefusal) -> Data {
    do {
      return try Data(contentsOf: file, options: .alwaysMapped)
    } catch {
      let isMissing = (error as? CocoaError)?.code == .fileReadNoSuchFile
      throw isMissing ? .missing : .unreadable(error.localizedDescription)
    }
  }
}

extension SnapshotCatalogue.Piece {
  init(_ chunk: Chunk, of question: Int64) {
    self.question = question
    count = chunk.count
    baseDay = chunk.baseDay
    columns = ([chunk.days] + chunk.codes).map {
      SnapshotCatalogue.ColumnShape(width: $0.width, low: $0.low, high: $0.high)
    }
    checksum = chunk.slab.checksum
  }

  /// The slab's length that follows from the columns' widths.
  var slabByteCount: Int {
    columns.reduce(SlabPacker.room(for: count)) {
      $0 + SlabPacker.room(for: count * Int($1.width.rawValue))
    }
  }
}

extension FactColumns {
  init(
    _ catalogue: SnapshotCatalogue,
    slabs: Data,
    from start: Int
  ) throws(SnapshotRefusal) {
    self.init()
    for (number, dimension) in catalogue.dimensions.enumerated() {
      guard admit(dimension: dimension.name) == number else {
        throw .damaged("dimension \(dimension.name) is not in its place")
      }
      for (place, value) in dimension.values.enumerated() {
        guard admit(value, dimension: number) == place + 1 else {
          throw .damaged("a value of \(dimension.name) is there twice")
        }
      }
    }
    var end = start
    for piece in catalogue.pieces {
      try check(piece)
      guard piece.slabByteCount <= slabs.count - end else { throw .truncated }
      let slab = Slab(copying: slabs, from: end, byteCount: piece.slabByteCount)
      guard slab.checksum == piece.checksum else {
        throw .damaged("facts of question \(piece.question) changed")
      }
      append(Chunk(piece, in: slab), of: piece.question)
      end += piece.slabByteCount
    }
    guard end == slabs.count else { throw .damaged("it is too long") }
    head = catalogue.head
    mark = catalogue.mark
  }

  /// Scans trust these bounds without looking again.
  private func check(_ piece: SnapshotCatalogue.Piece) throws(SnapshotRefusal) {
    let codes = piece.columns.dropFirst()
    guard codes.count <= dimensions.count,
      zip(codes, dimensions).allSatisfy({ $0.low <= $0.high && $0.high < $1.codeCount }),
      piece.columns.allSatisfy({ $0.width != .constant || $0.low == $0.high })
    else { throw .damaged("a column of question \(piece.question) is out of bounds") }
    guard (partitions[piece.question]?.open.count ?? 0) == 0 else {
      throw .damaged("chunks of question \(piece.question) are out of order")
    }
  }
}
