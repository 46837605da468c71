import Foundation
import Kernel
import StorageTesting
import Testing

@testable import Access

struct BusinessTests {
  static let toranj = Business(
    name: "ترنج",
    language: .persian,
    calendar: BusinessCalendar(system: .jalali, firstWeekday: 6),
    zone: TimeZone(identifier: "Asia/Tehran") ?? .gmt,
    accent: AccentColour("#7a1f5c")
  )

  @Test(arguments: StoreUnderTest.all)
  func `comes back as it was set, the later in the place of the earlier`(
    database: StoreUnderTest
  ) async throws {
    try await database.with(Access.migrations) { storage in
      let store = BusinessStore(storage: storage)
      #expect(try await store.business() == nil)
      try await store.set(Business(name: "First"), by: .commandLine(user: "t"), at: .now())
      try await store.set(Self.toranj, by: .commandLine(user: "t"), at: .now())
      #expect(try await store.business() == Self.toranj)
    }
  }

  @Test func `another process's change is seen a second later, our own at once`() async throws {
    try await StoreUnderTest.sqlite.with(Access.migrations) { storage in
      let clock = StandingClock()
      let directory = BusinessDirectory(storage: storage, now: { clock.now })
      #expect(try await directory.isSet() == false)
      let elsewhere = BusinessStore(storage: storage)
      try await elsewhere.set(Self.toranj, by: .commandLine(user: "t"), at: clock.now)
      #expect(try await directory.current().name == "")
      clock.advance(by: .seconds(1))
      #expect(try await directory.current().name == "ترنج")
      #expect(directory.remembered.zone.identifier == "Asia/Tehran")
      try await directory.set(Business(name: "T"), by: .commandLine(user: "t"), at: clock.now)
      #expect(directory.remembered.name == "T")
      #expect(try await directory.isSet())
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `goals are set one by one and stay when the business changes`(
    database: StoreUnderTest
  ) async throws {
    try await database.with(Access.migrations) { storage in
      let directory = BusinessDirectory(storage: storage, fallback: Business(name: "Before"))
      let actor = AuditEntry.Actor.commandLine(user: "t")
      try await directory.set(goal: 50, of: "nps:0-10", by: actor, at: .now())
      #expect(directory.remembered.name == "Before", "what was known is kept with its first goal")
      try await directory.set(goal: 82.5, of: "csat:1-5", by: actor, at: .now())
      try await directory.set(Self.toranj, by: actor, at: .now())
      #expect(directory.remembered.goals == ["nps:0-10": 50, "csat:1-5": 82.5])
      try await directory.set(goal: nil, of: "nps:0-10", by: actor, at: .now())
      try await directory.set(goal: nil, of: "nps:0-10", by: actor, at: .now())
      #expect(try await BusinessStore(storage: storage).business()?.goals == ["csat:1-5": 82.5])
      #expect(try await BusinessStore(storage: storage).business()?.name == "ترنج")
    }
  }
}
