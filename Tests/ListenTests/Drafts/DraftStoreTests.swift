import Kernel
import Storage
import StorageTesting
import Testing

@testable import Listen

struct DraftStoreTests {
  private static let now = Instant(milliseconds: 1_795_435_200_000)

  /// A published survey of the first visit, and the store of its drafts.
  private func with(
    _ database: StoreUnderTest,
    _ body: (SurveyStore, DraftStore, String) async throws -> Void
  ) async throws {
    try await database.with(Listen.migrations) { storage in
      let surveys = SurveyStore(storage: storage)
      let survey = try await surveys.create(
        SurveyTemplate.firstVisit.definition,
        publishing: true,
        at: Self.now
      )
      try await body(surveys, DraftStore(storage: storage), survey.token)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a second editor is told what the first changed, and nothing is written over`(
    database: StoreUnderTest
  ) async throws {
    try await with(database) { _, drafts, token in
      _ = try await drafts.save(token, from: 1, by: "Lan", at: Self.now) { $0.name = "Lan's" }
      let stale = await #expect(throws: StaleDraft.self) {
        _ = try await drafts.save(token, from: 1, by: "Omid", at: Self.now) { $0.name = "Omid's" }
      }
      #expect(stale?.current.author == "Lan")
      #expect(stale?.differences?.map(\.detail) == [.name(was: "First visit", is: "Lan's")])
      let draft = try #require(try await drafts.draft(of: token))
      #expect(draft.revision == 2 && draft.definition.name == "Lan's")
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a form sent twice is saved once`(database: StoreUnderTest) async throws {
    try await with(database) { _, drafts, token in
      for _ in 1...2 {
        let saved = try await drafts.save(token, from: 1, by: "Lan", at: Self.now) { definition in
          QuestionWish.add("anything").apply(to: &definition, keeping: [:])
        }
        #expect(saved?.revision == 2)
        #expect(saved?.definition.questions.count == 7)
      }
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a draft stays unseen until it is published, once`(
    database: StoreUnderTest
  ) async throws {
    try await with(database) { surveys, drafts, token in
      _ = try await drafts.save(token, from: 1, by: "Lan", at: Self.now) { $0.remove("missing") }
      #expect(try await surveys.open(token)?.version.questions.count == 6)
      for _ in 1...2 {
        let survey = try await drafts.publish(token, revision: 2, at: Self.now)
        #expect(survey?.version == 2)
      }
      #expect(try await surveys.open(token)?.version.questions.count == 5)
      await #expect(throws: StaleDraft.self) {
        _ = try await drafts.publish(token, revision: 1, at: Self.now)
      }
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `what does not hold together is kept as a draft and not published`(
    database: StoreUnderTest
  ) async throws {
    try await with(database) { surveys, drafts, token in
      let saved = try await drafts.save(token, from: 1, by: "Lan", at: Self.now) { definition in
        definition.move("missing", to: 0)
      }
      #expect(saved?.problems.map(\.code) == [.laterQuestion])
      await #expect(throws: DefinitionRefusal.self) {
        _ = try await drafts.publish(token, revision: 2, at: Self.now)
      }
      #expect(try await surveys.survey(token: token)?.version == 1)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `the list says what became of each survey`(database: StoreUnderTest) async throws {
    try await database.with(Listen.migrations) { storage in
      let surveys = SurveyStore(storage: storage)
      let drafts = DraftStore(storage: storage)
      let token = PublicToken.make()
      for _ in 1...2 {
        _ = try await surveys.create(
          SurveyTemplate.relationalNPS.definition,
          publishing: false,
          token: token,
          at: Self.now
        )
      }
      let open = try await surveys.create(
        SurveyTemplate.firstVisit.definition,
        publishing: true,
        at: Self.now
      )
      var lines = try await SurveyListStore(storage: storage).lines()
      #expect(lines.map(\.survey.token) == [open.token, token])
      #expect(lines.map(\.survey.state) == [.open, .draft])
      #expect(lines.allSatisfy { $0.answers == 0 && $0.answeredAt == nil && !$0.hasChanges })
      _ = try await drafts.save(open.token, from: 1, by: nil, at: Self.now) { $0.name = "Other" }
      lines = try await SurveyListStore(storage: storage).lines()
      #expect(lines.map(\.hasChanges) == [true, false])
      #expect(try await TouchpointStore(storage: storage).touchpoints(of: open.id).isEmpty)
    }
  }
}
