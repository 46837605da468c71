import Facts
import Foundation
package import Kernel
package import Storage

/// Makes the demo company in an empty store, and takes all of it away again.
package struct DemoStore: Sendable {
  private let storage: Storage
  private let clock: BusinessClock

  package init(storage: Storage, clock: BusinessClock) {
    self.storage = storage
    self.clock = clock
  }

  static let migrations = [
    Migration(
      "2026-12 demo",
      sql: """
        CREATE TABLE demo (survey {int} PRIMARY KEY NOT NULL REFERENCES survey (id)) {strict};
        """
    )
  ]

  /// The demo stands beside nothing else: its figures would mix with a real business's.
  package struct NotEmpty: Error, CustomStringConvertible {
    package let description =
      "there are surveys here already: the demo needs an empty store; choose another --data"
  }

  package func isThere() async throws -> Bool {
    try await storage.read { db in
      try db.value("SELECT count(*) FROM demo", as: Int.self) ?? 0 > 0
    }
  }

  /// Makes the company with a year of answers up to yesterday; where it stands already, nothing.
  ///
  /// - Returns: whether it was made now.
  /// - Throws: `NotEmpty`.
  package func make(progress: @Sendable (Int) -> Void = { _ in }) async throws -> Bool {
    if try await isThere() { return false }
    let surveys = SurveyStore(storage: storage)
    guard try await surveys.all().isEmpty else { throw NotEmpty() }
    let definition = try SurveyDefinition.parse(bytes: Array(Assets.demo_survey_json.utf8))
    let survey = try await surveys.create(definition, publishing: true, at: clock.now())
    try await storage.write { db in
      try db.execute("INSERT INTO demo (survey) VALUES (\(survey.id))")
    }
    let file = FileManager.default.temporaryDirectory
      .appending(path: "touchstone-demo-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    var answers = DemoAnswers(until: clock.today + -1)
    try Data(answers.csv().utf8).write(to: file)
    let importer = ResponseImport(
      surveys: surveys,
      imports: ImportStore(storage: storage),
      clock: clock
    )
    let prepared = try await importer.prepare(
      ImportRequest(
        path: file.path,
        fileName: "demo.csv",
        survey: .token(survey.token),
        wishes: DemoAnswers.wishes
      )
    )
    _ = try await importer.run(prepared, progress: progress)
    return true
  }

  /// Takes the company away: answers, the figures they made, survey, imports. Stopped half-way, the
  /// next call goes on; where there is none it changes nothing.
  package func remove() async throws {
    while try await removePart() {}
  }

  /// Whether there is more to remove.
  private func removePart() async throws -> Bool {
    try await storage.write { db in
      guard let survey: Int64 = try db.value("SELECT survey FROM demo LIMIT 1") else {
        return false
      }
      let responses = try db.rows(
        """
        SELECT id FROM response WHERE survey = \(survey) ORDER BY id
        LIMIT \(ImportLimits.rowsPerUndo)
        """
      ).map { try $0["id", as: Int64.self] }
      if responses.isEmpty {
        try Self.removeSurvey(survey, in: db)
        return true
      }
      try FactLedger.erase(responses: responses, in: db)
      try db.execute("DELETE FROM submission WHERE response IN \(list: responses)")
      try AnswerRow.remove(of: responses, in: db)
      try db.execute("DELETE FROM response WHERE id IN \(list: responses)")
      return true
    }
  }

  private static func removeSurvey(_ survey: Int64, in db: Connection) throws {
    try db.execute(
      """
      DELETE FROM import_refusal
      WHERE import_run IN (SELECT id FROM import_run WHERE survey = \(survey))
      """
    )
    try db.execute(
      """
      DELETE FROM import_file WHERE survey = \(survey)
        OR import_run IN (SELECT id FROM import_run WHERE survey = \(survey))
      """
    )
    try db.execute("DELETE FROM import_run WHERE survey = \(survey)")
    try db.execute("DELETE FROM demo WHERE survey = \(survey)")
    try db.execute("DELETE FROM survey_draft WHERE survey = \(survey)")
    try db.execute("DELETE FROM question WHERE survey = \(survey)")
    try db.execute("DELETE FROM survey_version WHERE survey = \(survey)")
    try db.execute("DELETE FROM survey WHERE id = \(survey)")
  }
}

extension DemoAnswers {
  /// Where its columns go.
  static let wishes = [
    ("external_id", "external_id"), ("at", "at"), ("recommend", "recommend"), ("why", "why"),
    ("satisfied", "satisfied"), ("easy", "easy"), ("touchpoint", "touchpoint"),
    ("channel", "channel"), ("unit", "unit"), ("employee", "employee"), ("language", "language"),
    ("campaign", "attributes.campaign"),
  ].map { ColumnMap.Wish(column: $0.0, field: $0.1) }
}
