import CXMetrics
import Foundation
import Kernel
import Storage
import StorageTesting
import Testing

@testable import Facts

struct ScoreFactsTests {
  private let everything = Inquiry(
    questions: [1, 2, 3],
    groupings: [.dimension("touchpoint"), .surveyVersion, .calendar(.month, .iso)]
  )

  @Test(arguments: StoreUnderTest.all)
  func `answer with every fact committed before`(on database: StoreUnderTest) async throws {
    try await database.with(FactSchema.migrations) { storage in
      let scores = try await ScoreFacts.open(storage: storage, snapshot: nil)
      var random = RandomFacts(seed: 1)
      var facts: [NewFact] = []
      for _ in 0..<4 {
        let batch = random.facts(300)
        facts += batch
        try await storage.write { db in try FactLedger.append(batch, in: db) }
        let tallies = try await scores.tallies(for: everything)
        #expect(tallies.byKeys == FactReference.tallies(of: facts, for: everything))
      }
      #expect(try await scores.verify().problems.isEmpty)
      #expect(try await scores.values(of: "channel").count == RandomFacts.sizes["channel"])
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a transaction taken back leaves no fact and no word`(
    on database: StoreUnderTest
  ) async throws {
    try await database.with(FactSchema.migrations) { storage in
      let scores = try await ScoreFacts.open(storage: storage, snapshot: nil)
      await #expect(throws: LedgerDamaged.self) {
        try await storage.write { db in
          try FactLedger.append([.plain(day: 1, ["channel": "fax"])], in: db)
          throw LedgerDamaged(what: "nothing; this only ends the transaction")
        }
      }
      try await storage.write { db in
        try FactLedger.append([.plain(day: 1, ["channel": "web"])], in: db)
      }
      #expect(try await scores.caughtUp().count == 1)
      #expect(try await scores.values(of: "channel") == ["web"])
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `several askers at once see no fact twice`(on database: StoreUnderTest) async throws {
    try await database.with(FactSchema.migrations) { storage in
      let scores = try await ScoreFacts.open(storage: storage, snapshot: nil)
      try await withThrowingTaskGroup { tasks in
        for writer in 0..<3 {
          tasks.addTask {
            for round in 0..<15 {
              let batch = (0..<20).map {
                NewFact.plain(day: Int32($0), ["channel": "c\(writer) \(round % 4)"])
              }
              try await storage.write { db in try FactLedger.append(batch, in: db) }
            }
          }
          tasks.addTask {
            for _ in 0..<15 {
              let total = try await scores.tallies(for: Inquiry(questions: [1])).total.total
              #expect(total % 20 == 0)
            }
          }
        }
        try await tasks.waitForAll()
      }
      #expect(try await scores.tallies(for: Inquiry(questions: [1])).total.total == 900)
      #expect(try await scores.verify().problems.isEmpty)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `start from a snapshot and the tail, and end where a rebuild ends`(
    on database: StoreUnderTest
  ) async throws {
    let snapshot = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).facts")
    defer { try? FileManager.default.removeItem(at: snapshot) }
    try await database.with(FactSchema.migrations) { storage in
      var random = RandomFacts(seed: 2)
      let facts = random.facts(700)
      let tail = random.facts(200)
      let first = try await ScoreFacts.open(storage: storage, snapshot: snapshot)
      #expect(first.rebuiltBecause == .missing)
      try await storage.write { db in try FactLedger.append(facts, in: db) }
      _ = try await first.caughtUp()
      try await first.saveSnapshot()
      try await storage.write { db in try FactLedger.append(tail, in: db) }

      let second = try await ScoreFacts.open(storage: storage, snapshot: snapshot)
      #expect(second.rebuiltBecause == nil)
      let expected = FactReference.tallies(of: facts + tail, for: everything)
      #expect(try await second.tallies(for: everything).byKeys == expected)
      #expect(try await second.verify().problems.isEmpty)
      #expect(try await second.verify().facts == 900)
    }
  }

  @Test func `refuse the snapshot of another ledger and rebuild`() async throws {
    let snapshot = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).facts")
    defer { try? FileManager.default.removeItem(at: snapshot) }
    for points in [3, 8] {
      try await StoreUnderTest.sqlite.with(FactSchema.migrations) { storage in
        try await storage.write { db in
          try FactLedger.append([.plain(day: 1, points: points)], in: db)
        }
        let scores = try await ScoreFacts.open(storage: storage, snapshot: snapshot)
        #expect(scores.rebuiltBecause == (points == 3 ? .missing : .ofAnotherLedger))
        #expect(try await scores.tallies(for: Inquiry(questions: [1])).total[points] == 1)
        try await scores.saveSnapshot()
      }
    }
  }

  @Test func `save once more when they are told to stop`() async throws {
    let snapshot = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).facts")
    defer { try? FileManager.default.removeItem(at: snapshot) }
    try await StoreUnderTest.sqlite.with(FactSchema.migrations) { storage in
      let scores = try await ScoreFacts.open(storage: storage, snapshot: snapshot)
      try await storage.write { db in try FactLedger.append([.plain(day: 1)], in: db) }
      _ = try await scores.caughtUp()
      let saving = Task {
        await scores.saveSnapshots(every: .seconds(3_600)) { Issue.record($0) }
      }
      saving.cancel()
      await saving.value
      #expect(try FactSnapshot.read(snapshot).head == 1)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `verification names what differs`(on database: StoreUnderTest) async throws {
    try await database.with(FactSchema.migrations) { storage in
      let scores = try await ScoreFacts.open(storage: storage, snapshot: nil)
      let facts = [NewFact.plain(day: 5, points: 4).of(response: 11)]
      try await storage.write { db in try FactLedger.append(facts + facts, in: db) }
      _ = try await scores.caughtUp()
      try await storage.write { db in try db.execute("UPDATE fact SET day = 6 WHERE id = 2") }
      #expect(
        try await scores.verify().problems == [
          "fact 1 of a chunk of question 1 differs", "response 11 counts 2 times for question 1",
        ]
      )
    }
  }
}
