import Kernel
package import Storage
import Tabular

/// Keeps imports and how far they have come.
package struct ImportStore: Sendable {
  let storage: Storage

  package init(storage: Storage) { self.storage = storage }

  static let columns: SQL = """
    id, survey, version, file_name, fingerprint, lineage, plan, state, position_offset,
    position_line, rows_read, rows_taken, rows_duplicate, rows_refused, rows_removed,
    rows_removed_handled, started_at, finished_at, undone_at
    """

  /// All imports, newest first: there are few.
  package func all() async throws -> [ImportRun] {
    try await storage.read { db in
      try db.rows("SELECT \(Self.columns) FROM import_run ORDER BY id DESC").map(ImportRun.init)
    }
  }

  /// The imports into one survey, newest first.
  func all(into survey: Survey.ID) async throws -> [ImportRun] {
    try await storage.read { db in
      try db.rows(
        """
        SELECT \(Self.columns) FROM import_run WHERE survey = \(survey) ORDER BY id DESC
        """
      ).map(ImportRun.init)
    }
  }

  func run(_ id: ImportRun.ID) async throws -> ImportRun? {
    try await storage.read { db in try Self.run(id, in: db) }
  }

  /// An import and the name of the survey it was brought into.
  func named(_ id: ImportRun.ID) async throws -> (run: ImportRun, survey: String)? {
    try await storage.read { db in
      try db.row(
        """
        SELECT \(Self.columns), (
            SELECT survey.name FROM survey WHERE survey.id = import_run.survey
          ) AS survey_name
        FROM import_run WHERE id = \(id)
        """
      ).map { (try ImportRun($0), try $0["survey_name"]) }
    }
  }

  static func run(_ id: ImportRun.ID, in db: Connection) throws -> ImportRun? {
    try db.row("SELECT \(columns) FROM import_run WHERE id = \(id)").map(ImportRun.init)
  }

  /// Opens the book of a new import.
  func begin(
    _ check: ImportCheck,
    of fileName: String,
    to survey: OpenSurvey,
    plan: ImportPlan,
    from file: ImportFile.ID? = nil,
    at now: Instant
  ) async throws -> ImportRun {
    try await storage.write { db in
      let id = try db.next("import_run").lowerBound
      try db.execute(
        """
        INSERT INTO import_run (
          id, survey, version, file_name, fingerprint, lineage, plan, state, rows_read,
          rows_taken, rows_duplicate, rows_refused, rows_removed, rows_removed_handled, started_at
        ) VALUES (
          \(id), \(survey.survey.id), \(survey.version.number), \(fileName),
          \(check.fingerprint), \(check.lineage), \(plan.text), 'unfinished', 0, 0, 0, 0, 0, 0,
          \(now)
        )
        """
      )
      if let file {
        try db.execute("UPDATE import_file SET import_run = \(id) WHERE id = \(file)")
      }
      guard let run = try Self.run(ImportRun.ID(rawValue: id), in: db) else {
        preconditionFailure("the import just written is gone")
      }
      return run
    }
  }

  /// Writes rows, and that they are written, in one transaction: a crash leaves both or neither.
  ///
  /// - Returns: the import as it stands now.
  /// - Throws: `ImportRefusal` when another process is at the same import.
  func take(
    _ rows: [ImportRow],
    of run: ImportRun,
    to survey: OpenSurvey,
    reaching position: TabularReader.Position?,
    at now: Instant
  ) async throws -> ImportRun {
    try await storage.write { db in
      let pending = rows.compactMap { row -> PendingAnswer? in
        guard case .answer(let submission, let day) = row.verdict else { return nil }
        return PendingAnswer(
          imported: submission,
          day: day,
          to: survey,
          by: run.id.rawValue,
          received: now
        )
      }
      let results = try AnswerBatch(pending, in: db).record()
      var next = run
      next.position = position ?? run.position
      next.counts.rows += rows.count
      var known = 0
      for result in results {
        do { _ = try result.get() } catch RecordingRefusal.externalIDKnown {
          known += 1
        } catch RecordingRefusal.erased {
          known += 1
        }
      }
      let refused = rows.compactMap { row -> ImportFault? in
        if case .refused(let record) = row.verdict { record.fault } else { nil }
      }
      next.counts.taken += pending.count - known
      next.counts.refused += refused.count
      next.counts.duplicates += known + rows.count - pending.count - refused.count
      try Self.keep(refused, of: run, in: db)
      try Self.advance(run, to: next, in: db)
      return next
    }
  }

  /// The first refusals of an import are kept, the others counted.
  private static func keep(_ faults: [ImportFault], of run: ImportRun, in db: Connection) throws {
    let room = max(0, ImportLimits.refusalsKeptMax - run.counts.refused)
    try db.insert(
      into: "import_refusal",
      columns: [
        .integer("import_run"), .integer("line"), .text("field"), .text("source_column"),
        .text("reason"), .text("wording"),
      ],
      rows: faults.prefix(room).map { fault in
        [
          .integer(run.id.rawValue), .integer(Int64(fault.line)), fault.field.sqlValue,
          fault.column.sqlValue, .text(fault.reason),
          (fault.wording?.json).sqlValue,
        ]
      }
    )
  }

  private static func advance(_ run: ImportRun, to next: ImportRun, in db: Connection) throws {
    let changed = try db.execute(
      """
      UPDATE import_run SET
        position_offset = \(next.position?.offset), position_line = \(next.position?.line),
        rows_read = \(next.counts.rows), rows_taken = \(next.counts.taken),
        rows_duplicate = \(next.counts.duplicates), rows_refused = \(next.counts.refused)
      WHERE id = \(run.id) AND state = 'unfinished' AND rows_read = \(run.counts.rows)
      """
    )
    guard changed == 1 else {
      throw ImportRefusal(
        "import \(run.id.rawValue) is being worked on by another process, or was taken back; "
          + "`touchstone import list` shows how it stands"
      )
    }
  }

  /// Closes the book.
  func finish(_ run: ImportRun, at now: Instant) async throws -> ImportRun {
    try await storage.write { db in
      try db.execute(
        """
        UPDATE import_run SET state = 'finished', finished_at = \(now)
        WHERE id = \(run.id) AND state = 'unfinished'
        """
      )
      try Self.note("import_finished", run.id, at: now, in: db)
      var next = run
      next.state = .finished
      next.finishedAt = now
      return next
    }
  }

  static func note(
    _ kind: String,
    _ run: ImportRun.ID,
    at now: Instant,
    in db: Connection
  ) throws {
    let number = try db.next("event").lowerBound
    try db.execute(
      "INSERT INTO event (id, kind, subject, at) VALUES (\(number), \(kind), \(run), \(now))"
    )
  }

  /// The first refused lines of an import, in the order of the file.
  func refusals(of run: ImportRun.ID, limit: Int) async throws -> [ImportFault] {
    try await storage.read { db in
      try db.rows(
        """
        SELECT line, field, source_column, reason, wording FROM import_refusal
        WHERE import_run = \(run) ORDER BY line LIMIT \(limit)
        """
      ).map { row in
        ImportFault(
          line: try row["line"],
          field: try row["field"],
          column: try row["source_column"],
          reason: try row["reason"],
          wording: try row["wording", as: String?.self].flatMap(ImportFault.Wording.init(json:))
        )
      }
    }
  }

  /// Which of some ids a survey has answers with.
  func known(_ ids: [String], in survey: Survey.ID) async throws -> Set<String> {
    try await storage.read { db in
      let rows = try db.rows(
        """
        SELECT external_id FROM response
        WHERE survey = \(survey) AND external_id IN \(list: ids)
        """
      )
      return Set(try rows.map { try $0["external_id", as: String.self] })
    }
  }
}
