/// Reads a file record by record at constant memory; a record is not copied until asked for.
///
/// A line that is not well-formed, or has another number of fields than the header, comes as
/// `.rejected`; what makes the whole file unreadable is thrown.
package struct TabularReader: ~Copyable {
  package enum Step: Hashable, Sendable {
    /// A record is there to be asked for its fields.
    case record
    case rejected(RejectedLine)
    case end
  }

  /// A place between two records, for going on after an interruption.
  package struct Position: Hashable, Sendable {
    /// Bytes of the decoded text, without a byte order mark.
    package let offset: Int

    /// The physical line there, the header being 1.
    package let line: Int

    package init(offset: Int, line: Int) {
      self.offset = offset
      self.line = line
    }
  }

  package let form: TabularFile.Form
  private var scanner: RecordScanner
  private var record = -1

  /// The physical line on which the record starts, the header being 1.
  package private(set) var line = 1

  private var lines = LineCursor()

  package init(_ file: consuming TabularFile) {
    form = file.form
    scanner = file.scanner
  }

  /// Goes on where an earlier reading of the same file had come to.
  package init(path: String, from position: Position) throws(TabularError) {
    let file = try TabularFile(path: path)
    let form = file.form
    let scanner = try file.scanner(from: position)
    self.form = form
    self.scanner = scanner
  }

  package var header: Header { form.header }

  /// Goes on to the next record; blank lines are passed over.
  package mutating func next() throws(TabularError) -> Step {
    repeat {
      record += 1
      if record >= scanner.window.recordCount {
        guard try scanner.advance() else { return .end }
        record = 0
        lines = LineCursor()
      }
    } while scanner.window.isBlank(record)
    line = lines.line(of: record, in: scanner.window)
    if let fault = scanner.window.fault(of: record, columns: header.count) {
      return .rejected(RejectedLine(line: line, reason: fault))
    }
    return .record
  }

  /// Where the record starts.
  package var position: Position {
    Position(offset: scanner.window.offset(of: record), line: line)
  }

  /// The bytes of the decoded text that come before the next record: how far reading has come.
  package var offsetAfter: Int {
    record + 1 < scanner.window.recordCount
      ? scanner.window.offset(of: record + 1) : scanner.nextOffset
  }

  /// A field's text: quotation marks around it taken off, doubled ones within made single.
  package func text(_ column: Int) -> String { scanner.window.text(column, of: record) }

  /// The whole record as it is written, its line end left out; also that of a rejected line.
  package var recordText: String { scanner.window.recordText(record) }

  /// Whether a field says nothing.
  package func isEmpty(_ column: Int) -> Bool {
    FieldText.withoutQuotes(in: scanner.window.bytes.span, scanner.window.field(column, of: record))
      .isEmpty
  }

  /// A field's bytes as they are written, quotation marks included, without a copy.
  package func withBytes<Answer, Failure: Error>(
    of column: Int,
    _ body: (Span<UInt8>) throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    let window = scanner.window
    return try body(window.bytes.span.extracting(window.field(column, of: record)))
  }
}
