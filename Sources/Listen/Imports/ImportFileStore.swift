import Access
import Kernel
import Storage

/// Keeps what was said about sent files, and how far they have come.
struct ImportFileStore: Sendable {
  let storage: Storage

  private static let columns: SQL = """
    id, file_name, bytes, survey, new_survey, wishes, date_format, state, import_run, failure,
    resumed_at, received_at, person,
    (SELECT token FROM survey WHERE survey.id = import_file.survey) AS survey_token,
    (SELECT name FROM survey WHERE survey.id = import_file.survey) AS survey_name
    """

  func file(_ id: ImportFile.ID) async throws -> ImportFile? {
    try await storage.read { db in
      try db.row("SELECT \(Self.columns) FROM import_file WHERE id = \(id)").map(ImportFile.init)
    }
  }

  /// Files that are not brought in yet, newest first.
  func unfinished() async throws -> [ImportFile] {
    try await storage.read { db in
      try db.rows(
        "SELECT \(Self.columns) FROM import_file WHERE state <> 'done' ORDER BY id DESC"
      ).map(ImportFile.init)
    }
  }

  /// The file that an import was made from; nil for one from the command line.
  func file(of run: ImportRun.ID) async throws -> ImportFile? {
    try await storage.read { db in
      try db.row(
        "SELECT \(Self.columns) FROM import_file WHERE import_run = \(run) ORDER BY id LIMIT 1"
      ).map(ImportFile.init)
    }
  }

  func add(
    _ name: String,
    bytes: Int,
    to target: ImportFile.Target,
    by person: String,
    at now: Instant
  ) async throws -> ImportFile.ID {
    try await storage.write { db in
      let id = try db.next("import_file").lowerBound
      var survey: Survey.ID?
      var newSurvey: String?
      switch target {
      case .survey(let id): survey = id
      case .new(let name): newSurvey = name
      }
      try db.execute(
        """
        INSERT INTO import_file (
          id, file_name, bytes, survey, new_survey, wishes, state, received_at, person
        ) VALUES (
          \(id), \(name), \(bytes), \(survey), \(newSurvey), '[]', 'open', \(now), \(person)
        )
        """
      )
      return ImportFile.ID(rawValue: id)
    }
  }

  /// Keeps what somebody said about the columns, and starts the import where asked.
  ///
  /// - Returns: false when it was started before; then nothing changes.
  @discardableResult
  func say(
    _ wishes: [ColumnMap.Wish],
    dateFormat: String?,
    about id: ImportFile.ID,
    starting: AuditEntry?
  ) async throws -> Bool {
    let state: ImportFile.State = starting == nil ? .open : .waiting
    return try await storage.write { db in
      let changed = try db.execute(
        """
        UPDATE import_file SET wishes = \(ColumnMap.Wish.json(wishes).serialized()),
          date_format = \(dateFormat), failure = NULL, state = \(state.rawValue)
        WHERE id = \(id) AND state = 'open'
        """
      )
      if changed == 1, let starting { try AuditStore.append(starting, in: db) }
      return changed == 1
    }
  }

  /// Forgets a file that nobody started.
  func forget(_ id: ImportFile.ID) async throws {
    try await storage.write { db in
      _ = try db.execute("DELETE FROM import_file WHERE id = \(id) AND state = 'open'")
    }
  }

  /// Opens the next file's turn; one that was running already was interrupted, which is noted.
  func begin(_ id: ImportFile.ID, at now: Instant) async throws {
    try await storage.write { db in
      try db.execute(
        """
        UPDATE import_file SET resumed_at = CASE WHEN state = 'running' THEN \(now) END,
          state = 'running'
        WHERE id = \(id) AND state IN ('waiting', 'running')
        """
      )
    }
  }

  func finish(_ id: ImportFile.ID, as run: ImportRun.ID) async throws {
    try await storage.write { db in
      _ = try db.execute(
        "UPDATE import_file SET state = 'done', import_run = \(run) WHERE id = \(id)"
      )
    }
  }

  /// Gives a file back to whoever said what its columns mean.
  func giveBack(_ id: ImportFile.ID, because reason: String) async throws {
    try await storage.write { db in
      _ = try db.execute(
        "UPDATE import_file SET state = 'open', failure = \(reason) WHERE id = \(id)"
      )
    }
  }
}

extension ImportFile {
  fileprivate init(_ row: Row) throws {
    id = try row["id"]
    fileName = try row["file_name"]
    byteCount = try row["bytes"]
    let survey: Survey.ID? = try row["survey"]
    let newSurvey: String? = try row["new_survey"]
    target = survey.map { .survey($0) } ?? .new(newSurvey ?? "")
    wishes = try ColumnMap.Wish.read(try row["wishes"])
    dateFormat = try row["date_format"]
    let name: String = try row["state"]
    guard let state = State(rawValue: name) else { throw ImportRun.UnknownState(state: name) }
    self.state = state
    run = try row["import_run"]
    failure = try row["failure"]
    resumedAt = try row["resumed_at"]
    receivedAt = try row["received_at"]
    person = try row["person"]
    surveyToken = try row["survey_token"]
    surveyName = try row["survey_name", as: String?.self] ?? newSurvey ?? ""
  }
}
