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
}
