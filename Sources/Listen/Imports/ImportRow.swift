import Kernel
import Tabular

/// What becomes of one row of a file.
struct ImportRow: Sendable {
  /// The physical line on which it starts, the header being 1.
  let line: Int

  /// How long it is, in bytes of UTF-8.
  let byteCount: Int
  let verdict: Verdict

  enum Verdict: Sendable {
    case answer(Submission, Day)

    /// Its id stands on an earlier line of the same file.
    case repeated(id: String, firstLine: Int)

    case refused(RefusedRecord)
  }
}

/// A row that cannot be taken.
struct RefusedRecord: Hashable, Sendable {
  let fault: ImportFault

  /// The row as it is written.
  let text: String

  /// Whether it is a record with as many fields as the header, at fault only by what it says.
  let isWellFormed: Bool
}

/// Why a line was left out.
struct ImportFault: Hashable, Sendable {
  let line: Int

  /// The field at fault as `--map` names it; nil when the whole line is meant.
  let field: String?

  /// The column that fills the field.
  let column: String?

  /// In plain English, as the command line tells it; pages say it by `wording`.
  let reason: String

  /// What pages make their sentence of; nil where the line is no record of the table.
  var wording: Wording?

  /// A kind of fault, with what stood there, for a sentence in the reader's language.
  struct Wording: Hashable, Sendable {
    let code: AnswerFault.Code

    /// What the sentence has gaps for: `cell`, `low`, `high`, `limit`.
    let gaps: [String: String]
  }
}

/// The rows of a file, each judged by the plan.
struct ImportRows: ~Copyable {
  private var reader: TabularReader
  private var parser: ImportRowParser
  private var digester: RowDigester
  private var repeats: RowRepeats
  private let map: ColumnMap
  private let idColumn: Int?
  private let lineage: String
  private var cells: [String] = []

  /// Where the row last given starts; nil before the first.
  private(set) var position: TabularReader.Position?

  init(
    _ reader: consuming TabularReader,
    _ parser: ImportRowParser,
    plan: ImportPlan,
    check: ImportCheck
  ) {
    self.reader = reader
    self.parser = parser
    digester = RowDigester(plan.map.columns.map(\.name))
    repeats = check.repeats
    map = plan.map
    idColumn = plan.map.column(of: .externalID)
    lineage = check.lineage
  }

  /// How much of the text has been read, in bytes.
  var reached: Int { reader.offsetAfter }

  /// Passes over the rows up to and with the one at a position, counting those that repeat.
  mutating func pass(_ position: TabularReader.Position) throws(TabularError) {
    while self.position != position {
      let step = try reader.next()
      if step == .end { return }
      self.position = reader.position
      guard step == .record, idColumn == nil else { continue }
      readCells()
      _ = repeats.occurrence(of: digester.digest(cells).key, line: reader.line)
    }
  }

  /// The next row; nil at the end.
  mutating func next() throws(TabularError) -> ImportRow? {
    let step = try reader.next()
    if step == .end { return nil }
    let start = reader.position
    position = start
    let byteCount = reader.offsetAfter - start.offset
    if case .rejected(let rejected) = step {
      let fault = ImportFault(line: rejected.line, field: nil, column: nil, reason: rejected.reason)
      return ImportRow(
        line: rejected.line,
        byteCount: byteCount,
        verdict: .refused(
          RefusedRecord(fault: fault, text: reader.recordText, isWellFormed: false)
        )
      )
    }
    readCells()
    return ImportRow(line: start.line, byteCount: byteCount, verdict: verdict(line: start.line))
  }

  private mutating func readCells() {
    cells.removeAll(keepingCapacity: true)
    for column in map.columns.indices { cells.append(reader.text(column)) }
  }

  private mutating func verdict(line: Int) -> ImportRow.Verdict {
    let row: ImportRowParser.Row
    do { row = try parser.row(cells) } catch {
      return .refused(
        RefusedRecord(
          fault: fault(error.first, line: line),
          text: reader.recordText,
          isWellFormed: true
        )
      )
    }
    var submission = row.submission
    if let id = submission.externalID {
      let repeated = repeats.occurrence(of: RowDigest(Array(id.utf8)).key, line: line)
      if repeated.count > 1 { return .repeated(id: id, firstLine: repeated.firstLine) }
      return .answer(submission, row.day)
    }
    let digest = digester.digest(cells)
    submission.externalID = DerivedID.text(
      of: digest,
      occurrence: repeats.occurrence(of: digest.key, line: line).count,
      isTelling: row.isTelling,
      lineage: lineage
    )
    return .answer(submission, row.day)
  }

  /// Says a fault in the names that the person who maps columns knows.
  private func fault(_ fault: AnswerFault, line: Int) -> ImportFault {
    let mapped = map.mapped.first { column, field in
      switch field {
      case .answer(let key): fault.question == key
      case .attribute(let name): fault.field == "attributes.\(name)"
      default: fault.field == field.name
      }
    }
    let cell = mapped.map { ["cell": AnswerFault.shortened(cells[$0.column])] } ?? [:]
    return ImportFault(
      line: line,
      field: mapped?.field.name,
      column: mapped.map { map.columns[$0.column].name },
      reason: fault.code == .nothingAnswered ? "Nothing is answered." : fault.advice,
      wording: ImportFault.Wording(code: fault.code, gaps: fault.gaps.merging(cell) { $1 })
    )
  }
}
