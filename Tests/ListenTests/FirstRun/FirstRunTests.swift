import Kernel
import Storage
import StorageTesting
import Testing

@testable import Access
@testable import Listen

struct FirstRunTests {
  private static let migrations = Access.migrations + Listen.migrations

  @Test(arguments: StoreUnderTest.all)
  func `one question is made, however often and at once it is asked for`(
    on database: StoreUnderTest
  ) async throws {
    try await database.with(Self.migrations) { storage in
      let store = FirstRunStore(storage: storage)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<5 {
          group.addTask { try await store.prepare(in: .persian, at: .now()) { _, _ in } }
        }
        try await group.waitForAll()
      }
      let surveys = try await SurveyStore(storage: storage).all()
      #expect(surveys.map(\.name) == ["نظر شما دربارهٔ ما"])
      #expect(surveys.first?.state == .open)
      #expect(try await store.token() == surveys.first?.token)
    }
  }

  @Test func `a house that asks already gets no further question`() async throws {
    try await StoreUnderTest.sqlite.with(Self.migrations) { storage in
      let own = SurveyTemplate.firstVisit.definition
      _ = try await SurveyStore(storage: storage).create(own, publishing: false, at: .now())
      let store = FirstRunStore(storage: storage)
      try await store.prepare(in: .english, at: .now()) { _, _ in }
      #expect(try await SurveyStore(storage: storage).all().count == 1)
      #expect(try await store.token() == nil)
    }
  }
}
