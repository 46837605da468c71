import CXMetrics
import Kernel
import Storage
import StorageTesting
import Testing

@testable import Facts

struct FactReversalTests {
  @Test(arguments: StoreUnderTest.all)
  func `what is taken back counts on no day, and twice changes nothing`(
    on database: StoreUnderTest
  ) async throws {
    try await database.with(FactSchema.migrations) { storage in
      let scores = try await ScoreFacts.open(storage: storage, snapshot: nil)
      let facts = (1...3).flatMap { response in
        (1...2).map { question in
          NewFact.plain(day: Int32(100 * question), points: question)
            .of(response: response, question: question)
        }
      }
      try await storage.write { db in try FactLedger.append(facts, in: db) }
      for _ in 0..<2 {
        try await storage.write { db in try FactLedger.takeBack(responses: [1, 3, 99], in: db) }
        let days = Inquiry(questions: [1, 2], groupings: [.calendar(.day, .iso)])
        let tallies = try await scores.tallies(for: days)
        #expect(tallies.groups.map { $0.tally } == [[1], [2]])
        #expect(try await scores.caughtUp().count == 10)
      }
      #expect(try await scores.verify().problems.isEmpty)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `erasing leaves nothing that leads back to the response`(
    on database: StoreUnderTest
  ) async throws {
    try await database.with(FactSchema.migrations) { storage in
      let scores = try await ScoreFacts.open(storage: storage, snapshot: nil)
      let kept = NewFact.plain(day: 7, ["unit": "north"]).of(response: 1)
      let erased = NewFact.plain(day: 7, ["unit": "south"]).of(response: 2)
      try await storage.write { db in
        try FactLedger.append([kept, erased], in: db)
        try FactLedger.erase(responses: [2], in: db)
      }
      let links = try await storage.read { db in
        try db.rows("SELECT response FROM fact WHERE response IS NOT NULL").count
      }
      #expect(links == 1)
      let units = Inquiry(questions: [1], groupings: [.dimension("unit")])
      let tallies = try await scores.tallies(for: units)
      #expect(tallies.groups.map(tallies.keys(of:)) == [[.dimension(.value("north"))]])
      #expect(try await scores.verify().problems.isEmpty)
    }
  }
}

extension NewFact {
  func of(response: Int, question: Int = 1) -> NewFact {
    NewFact(
      question: Int64(question),
      version: version,
      day: day,
      points: points,
      sign: sign,
      dimensions: dimensions,
      response: Int64(response)
    )
  }
}
