import Dispatch
import Storage
import StorageTesting
import Testing

struct WriterTests {
  struct Refusal: Error, Equatable { let number: Int }

  @Test(arguments: StoreUnderTest.all)
  func `a failing write fails alone`(on database: StoreUnderTest) async throws {
    try await database.with(Things.schema) { storage in
      let kept = await withTaskGroup(of: Int.self) { group in
        for number in 1...300 {
          group.addTask {
            do {
              try await storage.write { db in
                try db.insert(
                  into: "thing",
                  columns: Things.columns,
                  rows: [Things.row(number % 200)]
                )
                if number % 7 == 0 { throw Refusal(number: number) }
              }
              return 1
            } catch { return 0 }
          }
        }
        return await group.reduce(0, +)
      }
      let count = try await storage.countOfThings()
      #expect(count == kept)
      #expect(kept > 150 && kept <= 200)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a failed statement takes its transaction along`(on database: StoreUnderTest) async throws {
    try await database.with(Things.schema) { storage in
      let error = await #expect(throws: StatementError.self) {
        try await storage.write { db in
          try db.execute("INSERT INTO thing (id, name) VALUES (1, 'same')")
          _ = try? db.execute("INSERT INTO thing (id, name) VALUES (2, 'same')")
          #expect(throws: TransactionFailed.self) { try db.rows("SELECT 1 AS one") }
        }
      }
      #expect(error?.kind == .unique)
      let count = try await storage.countOfThings()
      #expect(count == 0)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a savepoint bounds what fails`(on database: StoreUnderTest) async throws {
    try await database.with(Things.schema) { storage in
      try await storage.write { db in
        try db.execute("INSERT INTO thing (id, name) VALUES (1, 'same')")
        #expect(throws: StatementError.self) {
          try db.savepoint {
            try db.execute("INSERT INTO thing (id, name) VALUES (2, 'other')")
            try db.insert(
              into: "thing",
              columns: [.integer("id"), .text("name")],
              rows: [[3, "same"]]
            )
          }
        }
        try db.savepoint { try db.execute("INSERT INTO thing (id, name) VALUES (4, 'four')") }
      }
      let ids = try await storage.read { db in
        try db.rows("SELECT id FROM thing ORDER BY id").map { try $0[0, as: Int.self] }
      }
      #expect(ids == [1, 4])
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `names what a constraint refused`(on database: StoreUnderTest) async throws {
    let schema = Migration(
      "constraints",
      sql: """
        CREATE TABLE parent (
          id {id}, points {int} NOT NULL CHECK (points BETWEEN 0 AND 10)
        ) {strict};
        CREATE TABLE child (id {id}, parent {int} NOT NULL REFERENCES parent (id)) {strict};
        """
    )
    try await database.with([schema]) { storage in
      let statements: [(SQL, StatementError.Kind)] = [
        ("INSERT INTO parent (id, points) VALUES (1, 11)", .check),
        ("INSERT INTO parent (id, points) VALUES (1, NULL)", .notNull),
        ("INSERT INTO child (id, parent) VALUES (1, 1)", .foreignKey),
        ("INSERT INTO nowhere (id) VALUES (1)", .other),
      ]
      for (statement, kind) in statements {
        let error = await #expect(throws: StatementError.self) {
          try await storage.write { db in try db.execute(statement) }
        }
        #expect(error?.kind == kind)
      }
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `readers see whole transactions only`(on database: StoreUnderTest) async throws {
    try await database.with(Things.schema) { storage in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<40 {
          group.addTask {
            try await storage.write { db in
              for part in 0..<10 {
                try db.execute("INSERT INTO thing (id, made_at) VALUES (\(number * 10 + part), 1)")
              }
            }
          }
          group.addTask {
            let (first, second) = try await storage.read { db in
              (
                try db.value("SELECT count(*) FROM thing", as: Int.self) ?? -1,
                try db.value("SELECT sum(made_at) FROM thing", as: Int?.self)
              )
            }
            #expect(first % 10 == 0)
            #expect((second ?? 0) ?? 0 == first)
          }
        }
        try await group.waitForAll()
      }
      let count = try await storage.countOfThings()
      #expect(count == 400)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `numbers appear in the order of commits across processes`(
    on database: StoreUnderTest
  ) async throws {
    try await database.withLocation { location in
      let first = try await Storage.open(location, migrations: Things.schema)
      let second = try await Storage.open(location, migrations: Things.schema)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<200 {
          let storage = number % 2 == 0 ? first : second
          group.addTask {
            try await storage.write { db in
              let ids = try db.next("thing", count: 3)
              try db.insert(
                into: "thing",
                columns: [.integer("id")],
                rows: ids.map { [SQLValue($0)] }
              )
            }
          }
          group.addTask {
            let (count, last) = try await storage.read { db in
              (
                try db.value("SELECT count(*) FROM thing", as: Int.self) ?? -1,
                try db.value("SELECT coalesce(max(id), 0) FROM thing", as: Int.self) ?? -1
              )
            }
            #expect(count == last)
          }
        }
        try await group.waitForAll()
      }
      #expect(try await second.countOfThings() == 600)
      await first.close()
      await second.close()
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `refuses more waiting writes than its limit`(on database: StoreUnderTest) async throws {
    try await database.with(Things.schema, waitingWritesMax: 5) { storage in
      let gate = DispatchSemaphore(value: 0)
      let refused = try await withThrowingTaskGroup(of: Bool.self) { group in
        await withCheckedContinuation { isInside in
          group.addTask {
            try await storage.write { _ in
              isInside.resume()
              gate.wait()
            }
            return false
          }
        }
        for number in 0..<50 {
          group.addTask {
            do {
              try await storage.write { db in
                try db.execute("INSERT INTO thing (id) VALUES (\(number))")
              }
              return false
            } catch let error as StorageUnavailable where error.reason == .busy { return true }
          }
        }
        var refused = 0
        for try await isRefused in group where isRefused {
          refused += 1
          // All but those that may wait have been turned away: let the rest through.
          if refused == 45 { gate.signal() }
        }
        return refused
      }
      #expect(refused == 45)
      let count = try await storage.countOfThings()
      #expect(count == 5)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `refuses everything once closed`(on database: StoreUnderTest) async throws {
    try await database.withLocation { location in
      let storage = try await Storage.open(location, migrations: Things.schema)
      try await storage.write { db in try db.execute("INSERT INTO thing (id) VALUES (1)") }
      await storage.close()
      let error = await #expect(throws: StorageUnavailable.self) {
        try await storage.write { db in try db.execute("INSERT INTO thing (id) VALUES (2)") }
      }
      #expect(error?.reason == .closed)
    }
  }
}

struct ClosingTests {
  // Hundreds of tests share two cores: the limit is there to tell waiting for ever from waiting.
  @Test(.timeLimit(.minutes(5)), arguments: StoreUnderTest.all)
  func `a store closed twice stays closed and keeps nobody waiting`(
    database: StoreUnderTest
  ) async throws {
    try await database.with([]) { storage in
      await storage.close()
      await storage.close()
    }
  }
}
