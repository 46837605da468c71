import Tabular

/// All that a reader says of a file, bytes for bytes: texts that look alike are not the same.
struct FileReading {
  struct Row: Hashable {
    let line: Int
    let fields: [[UInt8]]
  }

  var header: [String] = []
  var rows: [Row] = []
  var rejected: [RejectedLine] = []

  /// Where each row starts.
  var positions: [TabularReader.Position] = []

  /// What stopped the reading.
  var failure: TabularError?

  /// Whether the header was read, so that what stopped the reading stands on a line.
  var hasHeader = false
  var isCompressed = false

  /// Record by record.
  init(path: String, from position: TabularReader.Position? = nil) {
    do throws(TabularError) {
      try read(path, position)
    } catch {
      failure = error
    }
  }

  private mutating func read(
    _ path: String,
    _ position: TabularReader.Position?
  ) throws(TabularError) {
    var reader =
      if let position {
        try TabularReader(path: path, from: position)
      } else {
        TabularReader(try TabularFile(path: path))
      }
    (header, hasHeader, isCompressed) = (reader.header.names, true, reader.form.isCompressed)
    while true {
      switch try reader.next() {
      case .end: return
      case .rejected(let line): rejected.append(line)
      case .record:
        let fields = (0..<reader.header.count).map { Array(reader.text($0).utf8) }
        rows.append(Row(line: reader.line, fields: fields))
        positions.append(reader.position)
      }
    }
  }
}
