import Access
import Kernel
import Storage
import StorageTesting
import Synchronization
import Testing

@testable import Listen

struct DraftUndoTests {
  private static let now = Instant(milliseconds: 1_795_435_200_000)

  /// The drafts of a survey that nobody has changed yet.
  private func with(
    _ database: StoreUnderTest,
    _ body: (DraftStore, String) async throws -> Void
  ) async throws {
    try await database.with(Listen.migrations) { storage in
      let survey = try await SurveyStore(storage: storage).create(
        SurveyTemplate.firstVisit.definition,
        publishing: true,
        at: Self.now
      )
      try await body(DraftStore(storage: storage), survey.token)
    }
  }

  private func name(_ drafts: DraftStore, _ token: String, _ name: String) async throws {
    let base = try await drafts.draft(of: token)?.revision ?? 0
    _ = try await drafts.save(token, from: base, by: "Lan", at: Self.now) { $0.name = name }
  }

  /// Turns back or forth, and gives the name that the survey has then.
  private func turn(_ drafts: DraftStore, _ token: String, redo: Bool) async throws -> String? {
    let base = try await drafts.draft(of: token)?.revision ?? 0
    return redo
      ? try await drafts.redo(token, from: base, by: "Lan", at: Self.now)?.definition.name
      : try await drafts.undo(token, from: base, by: "Lan", at: Self.now)?.definition.name
  }

  @Test(arguments: StoreUnderTest.all)
  func `changes are taken back one by one, and back again`(
    database: StoreUnderTest
  ) async throws {
    try await with(database) { drafts, token in
      for name in ["A", "B", "C"] { try await self.name(drafts, token, name) }
      #expect(try await turn(drafts, token, redo: false) == "B")
      #expect(try await turn(drafts, token, redo: false) == "A")
      #expect(try await turn(drafts, token, redo: true) == "B")
      #expect(try await turn(drafts, token, redo: true) == "C")
      #expect(try await turn(drafts, token, redo: true) == "C")
      for name in ["B", "A", "First visit", "First visit"] {
        #expect(try await turn(drafts, token, redo: false) == name)
      }
      let draft = try #require(try await drafts.draft(of: token))
      #expect(draft.isPublished && draft.undone == nil && draft.redone != nil)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a change after undoing takes the place of what was undone`(
    database: StoreUnderTest
  ) async throws {
    try await with(database) { drafts, token in
      for name in ["A", "B"] { try await self.name(drafts, token, name) }
      _ = try await turn(drafts, token, redo: false)
      try await name(drafts, token, "D")
      #expect(try await drafts.draft(of: token)?.redone == nil)
      #expect(try await turn(drafts, token, redo: false) == "A")
      #expect(try await turn(drafts, token, redo: true) == "D")
      #expect(try await turn(drafts, token, redo: false) == "A")
      #expect(try await turn(drafts, token, redo: false) == "First visit")
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `undoing sent twice counts once, and another's change is not undone unseen`(
    database: StoreUnderTest
  ) async throws {
    try await with(database) { drafts, token in
      for name in ["A", "B"] { try await self.name(drafts, token, name) }
      for _ in 1...2 {
        let draft = try await drafts.undo(token, from: 3, by: "Lan", at: Self.now)
        #expect(draft?.definition.name == "A" && draft?.revision == 4)
      }
      await #expect(throws: StaleDraft.self) {
        _ = try await drafts.undo(token, from: 3, by: "Omid", at: Self.now)
      }
      #expect(try await drafts.undo("nowhere", from: 1, by: nil, at: Self.now) == nil)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a stretch of changes by one author is written down once`(
    database: StoreUnderTest
  ) async throws {
    try await with(database) { drafts, token in
      let written = Mutex<[String]>([])
      let steps = [
        ("Lan", 0), ("Lan", 1), ("Lan", 29), ("Omid", 30), ("Lan", 31), ("Lan", 62),
      ]
      for (index, (author, minute)) in steps.enumerated() {
        let now = Self.now + .seconds(minute * 60)
        let note: SurveyStore.Note = { _, survey in
          written.withLock { $0.append(survey.name) }
        }
        _ = try await drafts.save(token, from: index + 1, by: author, at: now, note: note) {
          $0.name = "\(author) \(minute)"
        }
      }
      #expect(written.withLock { $0 } == ["Lan 0", "Omid 30", "Lan 31", "Lan 62"])
    }
  }
}
