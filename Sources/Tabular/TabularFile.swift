/// A CSV or TSV file, opened: its form is known and its header read.
///
/// RFC 4180; UTF-8 or UTF-16; `,` `;` or tab; plain or gzip; `-` is standard input.
package struct TabularFile: ~Copyable {
  /// What the header and the first bytes told.
  package struct Form: Hashable, Sendable {
    /// The file's name as it was given; “standard input” for `-`.
    package let name: String
    package let header: Header
    package let dialect: Dialect
    package let encoding: TextEncoding
    package let isCompressed: Bool
    /// The size on disk; nil for what comes through a pipe.
    package let size: Int?
  }

  /// The bytes by which encoding and delimiter are recognised.
  private static let sampleBytes = 1 << 16

  package let form: Form

  /// Set when many threads may read at places of their own.
  let sections: Sections?

  /// Stands before the first record.
  var scanner: RecordScanner

  /// A plain UTF-8 file, whose bytes are its text.
  struct Sections: Sendable {
    let file: FileStream
    /// The byte order mark, which the text's offsets leave out.
    let markBytes: Int
    /// The text's length in bytes.
    let length: Int

    /// A scanner of its own from a record's start on.
    func scanner(_ form: Form, from offset: Int, line: Int, stop: Int = .max) -> RecordScanner {
      RecordScanner(
        FileSection(of: file, from: markBytes + offset),
        file: form.name,
        delimiter: form.dialect.delimiter,
        offset: offset,
        line: line,
        stop: stop
      )
    }
  }

  package init(path: String) throws(TabularError) {
    let file = try FileStream(path: path)
    var stream = PeekedStream(file)
    let isCompressed = GzipStream.recognises(try stream.peek(Self.sampleBytes))
    if isCompressed { stream = PeekedStream(GzipStream(stream, name: file.name)) }
    let sign = try TextEncoding.recognise(try stream.peek(Self.sampleBytes), file: file.name)
    try stream.skip(sign.markBytes)
    let text = Self.decoded(stream, sign.encoding, name: file.name)
    let sample = try text.peek(Self.sampleBytes)
    let dialect = Dialect.recognise(sample, isWhole: sample.count < Self.sampleBytes)
    var scanner = RecordScanner(text, file: file.name, delimiter: dialect.delimiter)
    form = Form(
      name: file.name,
      header: try Self.readHeader(&scanner, file: file.name),
      dialect: dialect,
      encoding: sign.encoding,
      isCompressed: isCompressed,
      size: file.size
    )
    if let size = file.size, !isCompressed, sign.encoding == .utf8 {
      sections = Sections(file: file, markBytes: sign.markBytes, length: size - sign.markBytes)
    } else {
      sections = nil
    }
    self.scanner = scanner
  }

  /// The scanner, gone on to a place between two records.
  consuming func scanner(from position: TabularReader.Position) throws(TabularError)
    -> RecordScanner
  {
    if let sections {
      return sections.scanner(form, from: position.offset, line: position.line)
    }
    try scanner.pass(to: position.offset, line: position.line)
    return scanner
  }

  private static func decoded(
    _ stream: PeekedStream,
    _ encoding: TextEncoding,
    name: String
  ) -> PeekedStream {
    switch encoding {
    case .utf8: PeekedStream(stream)
    case .utf16LittleEndian: PeekedStream(UTF16Stream(stream, name: name, isBigEndian: false))
    case .utf16BigEndian: PeekedStream(UTF16Stream(stream, name: name, isBigEndian: true))
    }
  }

  /// The first line that is not blank.
  private static func readHeader(
    _ scanner: inout RecordScanner,
    file: String
  ) throws(TabularError) -> Header {
    while try scanner.advance() {
      if scanner.window.isBlank(0) {
        scanner.dropFirstRecord()
      } else {
        return try header(&scanner, file: file)
      }
    }
    throw TabularError(
      file: file,
      reason: "the file is empty; a first line with the columns' names is needed"
    )
  }

  private static func header(
    _ scanner: inout RecordScanner,
    file: String
  ) throws(TabularError) -> Header {
    let window = scanner.window
    let columns = window.fieldCount(of: 0)
    let fault = window.fault(of: 0, columns: columns)
    if let fault {
      throw TabularError(file: file, line: window.firstLine, reason: "the header has \(fault)")
    }
    guard columns <= TabularLimits.columnsMax else {
      throw TabularError(
        file: file,
        line: window.firstLine,
        reason: "\(columns) columns; at most \(TabularLimits.columnsMax) are read (columnsMax)"
      )
    }
    let names = (0..<columns).map { window.text($0, of: 0).trimmed }
    scanner.dropFirstRecord()
    return Header(names: names)
  }
}

extension String {
  /// Without spaces and tabs at its ends.
  fileprivate var trimmed: String {
    let blank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
    return String(drop(while: blank).reversed().drop(while: blank).reversed())
  }
}
