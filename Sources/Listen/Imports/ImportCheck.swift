import Kernel
import Tabular

/// What one pass over a whole file shows before anything of it is taken.
///
/// A file that cannot be read to its end is refused here, while nothing is written yet.
struct ImportCheck: Sendable {
  /// All rows, those among them that are not well-formed too.
  let rows: Int

  /// Names the file by what its rows say; see `FileFingerprint`.
  let fingerprint: String

  /// The fingerprint of the file that this one grew from: its own when no import is known of which
  /// it is the continuation.
  private(set) var lineage: String

  /// The rows, or ids, that may stand in the file more than once, none counted yet.
  let repeats: RowRepeats
  let order: DateOrderEvidence.Order

  /// How the order of day and month was found; nil when there was nothing to find.
  let dateRemark: String?

  /// An earlier import of the same survey, which this file may continue.
  struct Ancestor: Hashable, Sendable {
    let rows: Int
    let fingerprint: String
    let lineage: String
  }

  /// - Parameter rowsMax: a preview looks at the first rows only.
  init(
    _ file: consuming TabularFile,
    _ map: ColumnMap,
    dateFormat: String?,
    ancestors: [Ancestor],
    rowsMax: Int = .max,
    progress: (Int) -> Void = { _ in }
  ) throws {
    var pass = Pass(file.form, map, dateFormat: dateFormat, ancestors: ancestors)
    var reader = TabularReader(file)
    reading: while pass.rows < rowsMax {
      switch try reader.next() {
      case .end: break reading
      case .rejected: pass.takeRejected(reader.recordText)
      case .record: try pass.take(map.columns.indices.map { reader.text($0) }, line: reader.line)
      }
      if pass.rows % 1_000 == 0 { progress(reader.offsetAfter) }
    }
    rows = pass.rows
    fingerprint = pass.fingerprint.text
    lineage = pass.lineage ?? fingerprint
    repeats = RowRepeats(pass.filter.repeats)
    do throws(DateOrderUnclear) { order = try pass.evidence.order() } catch {
      throw ImportUsage(error.reason)
    }
    dateRemark = pass.evidence.remark
  }
}

extension ImportCheck {
  /// The same, for an import that began with another known lineage.
  func continuing(_ lineage: String) -> ImportCheck {
    var check = self
    check.lineage = lineage
    return check
  }
}

/// What is known while the file is read.
private struct Pass {
  private(set) var rows = 0
  private(set) var fingerprint: FileFingerprint
  private(set) var filter: RepeatFilter
  private(set) var evidence = DateOrderEvidence()

  /// That of the longest known file with which this one begins.
  private(set) var lineage: String?

  private var digester: RowDigester
  private let idColumn: Int?

  /// Nil when there are no dates, or a pattern says how they are written.
  private let dateColumn: Int?
  private let ancestors: [Int: [ImportCheck.Ancestor]]

  init(
    _ form: TabularFile.Form,
    _ map: ColumnMap,
    dateFormat: String?,
    ancestors: [ImportCheck.Ancestor]
  ) {
    digester = RowDigester(map.columns.map(\.name))
    fingerprint = FileFingerprint(digester.headerDigest)
    filter = RepeatFilter(fileBytes: form.isCompressed ? nil : form.size)
    idColumn = map.column(of: .externalID)
    dateColumn = dateFormat == nil ? map.column(of: .at) : nil
    self.ancestors = Dictionary(grouping: ancestors.filter { $0.rows > 0 }, by: \.rows)
  }

  mutating func takeRejected(_ record: String) {
    count(RowDigest(Array(record.utf8)))
  }

  mutating func take(_ cells: [String], line: Int) throws {
    let digest = digester.digest(cells)
    let id = idColumn.map { AnswerText.trimmed(cells[$0]) } ?? ""
    try filter.note(id.isEmpty ? digest.key : RowDigest(Array(id.utf8)).key)
    if let dateColumn {
      let text = cells[dateColumn]
      evidence.take(
        DateReader(pattern: nil).reading(of: text.plainFieldBytes),
        DateOrderEvidence.Witness(line: line, text: text)
      )
    }
    count(digest)
  }

  private mutating func count(_ digest: RowDigest) {
    fingerprint.add(digest)
    rows += 1
    guard let known = ancestors[rows] else { return }
    let reached = fingerprint.text
    if let ancestor = known.first(where: { $0.fingerprint == reached }) {
      lineage = ancestor.lineage
    }
  }
}
