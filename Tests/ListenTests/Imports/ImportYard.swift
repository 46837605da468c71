import Access
import CXMetrics
import Facts
import Foundation
import Kernel
import Storage
import StorageTesting
import Synchronization
import Testing

@testable import Listen

/// A store with one survey, and files to bring into it.
struct ImportYard: Sendable {
  let storage: Storage
  let past: ResponseImport
  let survey: Survey
  private let folder: URL

  static let definition = """
    {"name": "Yard", "languages": ["en", "vi", "fa"], "default_language": "en",
     "title": {"en": "Yard", "vi": "Sân", "fa": "حیاط"},
     "attributes": {"market": "dimension", "order": "detail"},
     "questions": [
       {"key": "recommend", "kind": "recommend_0_10", "text": {"en": "Recommend?"},
        "required": true},
       {"key": "why", "kind": "long_text", "text": {"en": "Why?"}},
       {"key": "topics", "kind": "choices", "text": {"en": "What?"}, "other": true,
        "choices": [{"key": "price", "text": {"en": "Price", "vi": "Giá"}},
                    {"key": "staff", "text": {"en": "Our staff"}}]},
       {"key": "back", "kind": "yes_no", "text": {"en": "Back again?"}}]}
    """

  /// 2026-11-23 at 08:00 in Greenwich, 15:00 in Hanoi.
  static let now = Instant(milliseconds: 1_795_420_800_000)

  static func open(
    on database: StoreUnderTest,
    zone: String = "Asia/Ho_Chi_Minh",
    _ body: (ImportYard) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "yard-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let zone = try #require(TimeZone(identifier: zone))
    try await database.with(
      Access.migrations + FactSchema.migrations + Listen.migrations
    ) { storage in
      let surveys = SurveyStore(storage: storage)
      let survey = try await surveys.create(
        SurveySamples.definition(definition),
        publishing: true,
        at: now
      )
      let past = ResponseImport(
        surveys: surveys,
        imports: ImportStore(storage: storage),
        clock: BusinessClock(zone: zone, now: { now })
      )
      try await body(
        ImportYard(storage: storage, past: past, survey: survey, folder: folder)
      )
    }
  }

  // MARK: - Files

  func file(_ text: String, named name: String = "past.csv") throws -> String {
    try file(bytes: Array(text.utf8), named: name)
  }

  func file(bytes: [UInt8], named name: String = "past.csv") throws -> String {
    let path = folder.appending(path: name)
    try Data(bytes).write(to: path)
    return path.path
  }

  // MARK: - Imports

  func prepare(
    _ path: String,
    map: [String] = [],
    dateFormat: String? = nil
  ) async throws -> PreparedImport {
    try await past.prepare(
      ImportRequest(
        path: path,
        fileName: URL(filePath: path).lastPathComponent,
        survey: .token(survey.token),
        wishes: try map.map { try ColumnMap.Wish($0) },
        dateFormat: dateFormat
      )
    )
  }

  @discardableResult
  func bring(
    _ text: String,
    map: [String] = [],
    dateFormat: String? = nil
  ) async throws -> ImportOutcome {
    try await past.run(try await prepare(try file(text), map: map, dateFormat: dateFormat))
  }

  /// How an import begins that is cut off when `rows` rows are written.
  func interrupt(_ path: String, map: [String] = [], afterRows rows: Int) async throws {
    struct PowerCut: Error {}
    let prepared = try await prepare(path, map: map)
    let written = Mutex(0)
    await #expect(throws: PowerCut.self) {
      _ = try await past.run(
        prepared,
        refused: { batch in
          let sum = written.withLock { count in
            count += batch.count
            return count
          }
          if sum >= rows { throw PowerCut() }
        }
      )
    }
  }

  // MARK: - What is in the store

  /// All answers as those who may read them see them, in the order they came.
  func stored() async throws -> [JSON] {
    let page = try await AnswerStore(storage: storage, clock: past.clock)
      .page(of: survey.token, after: 0, limit: 10_000)
    return try #require(page).answers
  }

  func count(of answers: SQL = "SELECT count(*) FROM response") async throws -> Int {
    try await storage.read { db in try db.value(answers) ?? 0 }
  }

  /// The recommend scores that count, by points.
  func scores(by grouping: Inquiry.Grouping? = nil) async throws -> [[Int]] {
    let facts = try await ScoreFacts.open(storage: storage, snapshot: nil)
    let question = try #require(try await past.surveys.open(survey.token)?.questions["recommend"])
    let tallies = try await facts.tallies(
      for: Inquiry(questions: [question], groupings: grouping.map { [$0] } ?? [])
    )
    return tallies.groups.map { group in (0...10).map { group.tally[$0] } }
      .filter { $0.contains { $0 > 0 } }
  }

  /// Answers and facts agree with each other.
  func expectSound() async throws {
    let facts = try await ScoreFacts.open(storage: storage, snapshot: nil)
    #expect(try await facts.verify().problems == [])
    #expect(try await AnswerAuditStore(storage: storage).audit().problems == [])
  }
}
