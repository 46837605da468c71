import Kernel

/// What a snapshot says of its columns before their bytes: words, sizes and checksums.
struct SnapshotCatalogue {
  struct Piece {
    let question: Int64
    let count: Int
    let baseDay: Int32

    /// Days, then codes by number of dimension; scores follow them in the slab.
    let columns: [ColumnShape]
    let checksum: UInt64
  }

  struct ColumnShape {
    let width: GrowingColumn.Width
    let low: UInt32
    let high: UInt32
  }

  let head: Int64
  let mark: UInt64

  /// By number.
  let dimensions: [(name: String, values: [String])]
  let pieces: [Piece]
}

extension SnapshotCatalogue {
  var bytes: [UInt8] {
    var writer = SnapshotWriter()
    writer.write(head)
    writer.write(mark)
    writer.write(UInt32(dimensions.count))
    for (name, values) in dimensions {
      writer.write(name)
      writer.write(UInt32(values.count))
      for value in values { writer.write(value) }
    }
    writer.write(UInt32(pieces.count))
    for piece in pieces {
      writer.write(piece.question)
      writer.write(UInt32(piece.count))
      writer.write(piece.baseDay)
      writer.write(UInt32(piece.columns.count))
      for column in piece.columns {
        writer.write(column.width.rawValue)
        writer.write(column.low)
        writer.write(column.high)
      }
      writer.write(piece.checksum)
    }
    return writer.bytes
  }

  init(_ bytes: [UInt8]) throws(SnapshotRefusal) {
    var reader = SnapshotReader(bytes)
    head = try reader.read()
    mark = try reader.read()
    var dimensions: [(name: String, values: [String])] = []
    for _ in 0..<(try reader.readCount(ofThingsOf: 8)) {
      let name = try reader.readText()
      var values: [String] = []
      for _ in 0..<(try reader.readCount(ofThingsOf: 4)) { values.append(try reader.readText()) }
      dimensions.append((name, values))
    }
    self.dimensions = dimensions
    var pieces: [Piece] = []
    for _ in 0..<(try reader.readCount(ofThingsOf: 28)) { pieces.append(try Piece(&reader)) }
    self.pieces = pieces
    guard reader.isAtEnd else { throw .damaged("its catalogue is too long") }
  }
}

extension SnapshotCatalogue.Piece {
  fileprivate init(_ reader: inout SnapshotReader) throws(SnapshotRefusal) {
    question = try reader.read()
    count = Int(try reader.read(UInt32.self))
    baseDay = try reader.read()
    var columns: [SnapshotCatalogue.ColumnShape] = []
    for _ in 0..<(try reader.readCount(ofThingsOf: 9)) {
      guard let width = GrowingColumn.Width(rawValue: try reader.read()) else {
        throw .damaged("a column has no known width")
      }
      columns.append(
        SnapshotCatalogue.ColumnShape(width: width, low: try reader.read(), high: try reader.read())
      )
    }
    self.columns = columns
    checksum = try reader.read()
    guard (1...Chunk.capacity).contains(count), !columns.isEmpty else {
      throw .damaged("a chunk has no possible size")
    }
  }
}
