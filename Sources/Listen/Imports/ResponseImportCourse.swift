import Kernel
import Tabular

extension ResponseImport {
  /// Goes on with an import that was interrupted, by the plan it began with.
  ///
  /// - Throws: `ImportRefusal` when no unfinished import is of this file.
  func resume(
    path: String,
    survey token: String?,
    refused: @Sendable ([ImportRow]) throws -> Void = { _ in },
    progress: @Sendable (Int) -> Void = { _ in }
  ) async throws -> ImportOutcome {
    let all = try await surveys.all()
    let unfinished = try await imports.all().filter { run in
      run.state == .unfinished
        && (token == nil || all.contains { $0.token == token && $0.id == run.survey })
    }
    guard !unfinished.isEmpty else {
      throw ImportRefusal(
        "no import waits to go on; leave --resume out. Rows that are here already are known again"
      )
    }
    for run in unfinished {
      guard let survey = all.first(where: { $0.id == run.survey }),
        let open = try await surveys.open(survey.token, version: run.version),
        let prepared = try await prepare(run, of: path, to: open, progress: progress)
      else { continue }
      return try await take(prepared, run, to: open, refused: refused, progress: progress)
    }
    let files = unfinished.map { "\($0.fileName) (import \($0.id.rawValue))" }
    throw ImportRefusal(
      "this is another file than those whose import waits to go on, or it was changed since: "
        + "\(files.joined(separator: ", ")). Leave --resume out to begin anew; rows that are here "
        + "already are known again"
    )
  }

  /// Nil when the file is not the one the import began with.
  @concurrent
  private func prepare(
    _ run: ImportRun,
    of path: String,
    to open: OpenSurvey,
    progress: @Sendable (Int) -> Void
  ) async throws -> PreparedImport? {
    let plan = try ImportPlan(stored: run.plan, definition: open.version.definition)
    let file = try TabularFile(path: path)
    let form = file.form
    guard form.header.names == plan.map.columns.map(\.name) else { return nil }
    let others = try await imports.all(into: open.survey.id).filter { $0.id != run.id }
    let check = try ImportCheck(
      file,
      plan.map,
      dateFormat: plan.dates.format,
      ancestors: others.map(\.ancestor),
      progress: progress
    )
    guard check.fingerprint == run.fingerprint else { return nil }
    return PreparedImport(
      path: path,
      fileName: run.fileName,
      form: form,
      target: .survey(open),
      plan: plan,
      check: check.continuing(run.lineage),
      sample: ColumnSample()
    )
  }

  /// Takes the rows that are left, one batch being read while the one before is written.
  @concurrent
  func take(
    _ prepared: PreparedImport,
    _ start: ImportRun,
    to survey: OpenSurvey,
    refused: @Sendable ([ImportRow]) throws -> Void,
    progress: @Sendable (Int) -> Void
  ) async throws -> ImportOutcome {
    var run = start
    var repeats: [ImportOutcome.RepeatedID] = []
    // One clock for all rows, so that an import which runs over midnight judges all alike.
    var rows = try prepared.rows(
      received: run.startedAt,
      today: clock.day(of: run.startedAt),
      after: run.position
    )
    var batch = try rows.nextBatch()
    while !batch.isEmpty {
      let current = batch
      let before = run
      let position = rows.position
      async let written = imports.take(
        current,
        of: before,
        to: survey,
        reaching: position,
        at: clock.now()
      )
      // Should reading fail here, what is being written is still waited for and stays.
      let following = Result { try rows.nextBatch() }
      run = try await written
      try refused(current)
      Self.note(current, in: &repeats)
      progress(rows.reached)
      batch = try following.get()
    }
    run = try await imports.finish(run, at: clock.now())
    return try await outcome(of: run, survey.survey, repeats: repeats)
  }

  private static func note(_ rows: [ImportRow], in repeats: inout [ImportOutcome.RepeatedID]) {
    for row in rows where repeats.count < ImportLimits.refusalsListedMax {
      guard case .repeated(let id, let firstLine) = row.verdict else { continue }
      repeats.append(ImportOutcome.RepeatedID(line: row.line, id: id, firstLine: firstLine))
    }
  }

  /// Takes a whole import back; a second time it changes nothing.
  ///
  /// - Returns: the import as it was before, and as it is now.
  func undo(
    _ id: ImportRun.ID,
    progress: @Sendable (Int) -> Void = { _ in }
  ) async throws -> (before: ImportRun?, after: ImportRun) {
    let before = try await imports.all().first { $0.id == id }
    var run = try await imports.takeBackPart(of: id, at: clock.now())
    while run.state != .undone {
      progress(run.counts.removed)
      run = try await imports.takeBackPart(of: id, at: clock.now())
    }
    return (before, run)
  }
}

extension ImportRows {
  /// The rows of one transaction; none at the end of the file.
  mutating func nextBatch() throws(TabularError) -> [ImportRow] {
    var batch: [ImportRow] = []
    var bytes = 0
    while batch.count < ImportLimits.rowsPerCommit && bytes < ImportLimits.bytesPerCommit,
      let row = try next()
    {
      bytes += row.byteCount
      batch.append(row)
    }
    return batch
  }
}
