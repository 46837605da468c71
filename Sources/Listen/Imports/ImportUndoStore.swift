import Access
import Facts
import Kernel
import Storage

extension ImportStore {
  /// Asks for an import to be taken back; its rows go later, part by part.
  ///
  /// - Returns: false when that was asked for before.
  func beginTakingBack(_ id: ImportRun.ID, noting entry: AuditEntry) async throws -> Bool {
    try await storage.write { db in
      let changed = try db.execute(
        """
        UPDATE import_run SET state = 'undoing'
        WHERE id = \(id) AND state IN ('unfinished', 'finished')
        """
      )
      if changed == 1 { try AuditStore.append(entry, in: db) }
      return changed == 1
    }
  }

  /// Takes back a part of an import: answers go, figures are corrected on their original days.
  ///
  /// Call it until the import is undone. Stopped in between, the next call goes on; on an import
  /// that is undone already it changes nothing.
  ///
  /// - Throws: `ImportRefusal` for an import that is not there.
  func takeBackPart(of id: ImportRun.ID, at now: Instant) async throws -> ImportRun {
    try await storage.write { db in
      guard var run = try Self.run(id, in: db) else {
        throw ImportRefusal(
          "there is no import \(id.rawValue); `touchstone import list` shows those there are"
        )
      }
      guard run.state != .undone else { return run }
      let rows = try db.rows(
        """
        SELECT id, state FROM response WHERE source_import = \(id)
        ORDER BY id LIMIT \(ImportLimits.rowsPerUndo)
        """
      )
      if rows.isEmpty { return try Self.close(run, at: now, in: db) }
      let responses = try rows.map { try $0["id", as: Int64.self] }
      try FactLedger.erase(responses: responses, in: db)
      try AnswerRow.remove(of: responses, in: db)
      try db.execute("DELETE FROM response WHERE id IN \(list: responses)")
      run.state = .undoing
      run.counts.removed += responses.count
      run.counts.removedHandled += try rows.count { row in
        try row["state", as: String.self] != AnswerState.new.rawValue
      }
      try db.execute(
        """
        UPDATE import_run SET state = 'undoing', rows_removed = \(run.counts.removed),
          rows_removed_handled = \(run.counts.removedHandled)
        WHERE id = \(id)
        """
      )
      return run
    }
  }

  private static func close(
    _ run: ImportRun,
    at now: Instant,
    in db: Connection
  ) throws -> ImportRun {
    try db.execute("DELETE FROM import_refusal WHERE import_run = \(run.id)")
    try db.execute(
      "UPDATE import_run SET state = 'undone', undone_at = \(now) WHERE id = \(run.id)"
    )
    try note("import_undone", run.id, at: now, in: db)
    var next = run
    next.state = .undone
    next.undoneAt = now
    return next
  }
}
