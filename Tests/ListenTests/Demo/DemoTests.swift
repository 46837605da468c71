import CXMetrics
import Facts
import Foundation
import Kernel
import Storage
import StorageTesting
import Testing

@testable import Listen

struct DemoTests {
  /// 2026-11-23 at noon in Greenwich.
  private static let clock = BusinessClock(
    zone: .gmt,
    now: { Instant(milliseconds: 1_795_435_200_000) }
  )

  private static let migrations = FactSchema.migrations + Listen.migrations

  @Test func `the same seed and day give the same company, another seed another`() throws {
    let day = try #require(Day("2026-11-22"))
    var (first, second) = (DemoAnswers(until: day), DemoAnswers(until: day))
    let text = first.csv()
    #expect(text == second.csv())
    var other = DemoAnswers(seed: 2, until: day)
    #expect(text != other.csv())
  }

  @Test(arguments: StoreUnderTest.all)
  func `tells its story: one branch fell, one rises, a campaign hurt`(
    database: StoreUnderTest
  ) async throws {
    try await database.with(Self.migrations) { storage in
      let demo = DemoStore(storage: storage, clock: Self.clock)
      #expect(try await demo.make())
      let run = try #require(try await ImportStore(storage: storage).all().first)
      #expect(run.counts.refused == 0 && run.counts.duplicates == 0)
      #expect((10_000...14_000).contains(run.counts.taken))

      let facts = try await ScoreFacts.open(storage: storage, snapshot: nil)
      let recommend = try #require(
        try await QuestionStore(storage: storage).scored().first { $0.key == "recommend" }
      )
      func score(_ filter: Inquiry.Filter?, from: Int, to: Int) async throws -> Double {
        let today = Self.clock.today
        let inquiry = Inquiry(
          questions: [recommend.id],
          period: Period(start: today + -from, end: today + -to),
          filters: filter.map { [$0] } ?? []
        )
        let tally = try await facts.tallies(for: inquiry).total
        return try #require(NetPromoterScore.estimate(from: tally, scale: .zeroToTen)).value
      }
      let harbour = Inquiry.Filter("unit", is: "Harbour")
      let hillcrest = Inquiry.Filter("unit", is: "Hillcrest")
      let campaign = Inquiry.Filter("campaign", is: DemoCompany.campaign)
      #expect(try await score(harbour, from: 365, to: 61) > 30)
      #expect(try await score(harbour, from: 60, to: 0) < 10)
      let rise = try await score(hillcrest, from: 120, to: 0) - score(hillcrest, from: 365, to: 240)
      #expect(rise > 3)
      #expect(try await score(campaign, from: 365, to: 0) < 5)
      #expect(try await score(nil, from: 365, to: 0) > 30)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `goes without a trace, twice is once, and may come again`(
    database: StoreUnderTest
  ) async throws {
    try await database.with(Self.migrations) { storage in
      let demo = DemoStore(storage: storage, clock: Self.clock)
      _ = try await demo.make()
      #expect(try await demo.make() == false, "it stands already")
      try await demo.remove()
      try await demo.remove()
      #expect(try await demo.isThere() == false)
      #expect(try await SurveyStore(storage: storage).all().isEmpty)
      #expect(try await ImportStore(storage: storage).all().isEmpty)
      let left: Int? = try await storage.read { db in
        try db.value(
          """
          SELECT (SELECT count(*) FROM response) + (SELECT count(*) FROM answer)
            + (SELECT count(*) FROM question)
          """
        )
      }
      #expect(left == 0)
      let standing: Int? = try await storage.read { db in
        try db.value("SELECT coalesce(sum(sign), 0) FROM fact")
      }
      #expect(standing == 0, "every fact has its opposite")
      #expect(try await demo.make())
    }
  }

  @Test func `never mixes with a business's own surveys`() async throws {
    try await StoreUnderTest.sqlite.with(Self.migrations) { storage in
      _ = try await SurveyStore(storage: storage).create(
        SurveyTemplate.firstVisit.definition,
        publishing: false,
        at: .now()
      )
      await #expect(throws: DemoStore.NotEmpty.self) {
        try await DemoStore(storage: storage, clock: Self.clock).make()
      }
    }
  }
}
