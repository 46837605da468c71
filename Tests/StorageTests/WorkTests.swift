import Kernel
import Logging
import Storage
import StorageTesting
import Testing

struct WorkTests {
  struct Failure: Error {}

  @Test(arguments: StoreUnderTest.all)
  func `does what is due, once, and not before its time`(on database: StoreUnderTest) async throws {
    try await database.with([]) { storage in
      let (time, log) = (TestTime(), Log())
      try await storage.write { db in
        try db.enqueue("greet", payload: "now", at: time.now)
        try db.enqueue("greet", payload: "later", at: time.now + .seconds(60))
        try db.enqueue("unknown", at: time.now)
      }
      let runner = WorkRunner(
        storage: storage,
        queue: .job,
        handlers: ["greet": { log.note($0.payload) }],
        time: time.time,
        logger: .silent
      )
      #expect(try await runner.runDue() == 1)
      #expect(try await runner.runDue() == 0)
      #expect(log.all == ["now"])
      time.move(by: .seconds(60))
      #expect(try await runner.runDue() == 1)
      #expect(log.all == ["now", "later"])
      #expect(try await WorkStore(storage: storage, queue: .job).countWaiting() == 1)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `an equal job that waits is not added again`(on database: StoreUnderTest) async throws {
    try await database.with([]) { storage in
      let time = TestTime()
      let added = try await storage.write { db in
        [
          try db.enqueue("sum", key: "a", at: time.now),
          try db.enqueue("sum", key: "a", at: time.now),
          try db.enqueue("sum", key: "b", at: time.now),
          try db.enqueue("sum", at: time.now), try db.enqueue("sum", at: time.now),
        ]
      }
      #expect(added == [true, false, true, true, true])
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `an equal job that comes while one runs is kept, also when that one fails`(
    on database: StoreUnderTest
  ) async throws {
    try await database.with([]) { storage in
      let (time, log) = (TestTime(), Log())
      try await storage.write { db in
        try db.enqueue("sum", payload: "first", key: "a", at: time.now)
      }
      let runner = WorkRunner(
        storage: storage,
        queue: .job,
        handlers: [
          "sum": { work in
            log.note(work.payload)
            guard work.payload == "first" else { return }
            let isAdded = try await storage.write { db in
              try db.enqueue("sum", payload: "second", key: "a", at: time.now)
            }
            #expect(isAdded)
            throw Failure()
          }
        ],
        time: time.time,
        logger: .silent
      )
      while try await runner.runDue() > 0 {}
      time.move(by: .seconds(3_600))
      #expect(try await runner.runDue() == 0)
      #expect(log.all == ["first", "second"])
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `tries again ever more seldom, then gives up and keeps it`(
    on database: StoreUnderTest
  ) async throws {
    try await database.with([]) { storage in
      let (time, log) = (TestTime(), Log())
      try await storage.write { db in try db.enqueue("fail", at: time.now) }
      let runner = WorkRunner(
        storage: storage,
        queue: .job,
        handlers: [
          "fail": {
            log.note("\($0.attempts)")
            throw Failure()
          }
        ],
        time: time.time,
        logger: .silent
      )
      var waited: [Int] = []
      for _ in 1..<WorkRunner.attemptsMax {
        #expect(try await runner.runDue() == 1)
        var seconds = 0
        while try await storage.read({ [now = time.now] db in
          try db.value("SELECT count(*) FROM job WHERE run_at > \(now)", as: Int.self)
        }) == 1 {
          time.move(by: .seconds(1 + seconds / 4))
          seconds += 1 + seconds / 4
        }
        waited.append(seconds)
      }
      #expect(try await runner.runDue() == 1)
      #expect(log.all == (1...WorkRunner.attemptsMax).map(String.init))
      #expect(waited[0] <= 3 && waited[10] > 1_000)
      let store = WorkStore(storage: storage, queue: .job)
      let dead = try await store.dead()
      #expect(dead.map(\.kind) == ["fail"])
      #expect(dead.first?.lastError == "Failure()")
      #expect(try await store.revive(try #require(dead.first?.id), at: time.now))
      #expect(try await runner.runDue() == 1)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `gives up at once what no later try can mend`(on database: StoreUnderTest) async throws {
    try await database.with([]) { storage in
      let time = TestTime()
      try await storage.write { db in
        try db.post("letter", to: "a@b.example", payload: "hi", key: "1", at: time.now)
      }
      let runner = WorkRunner(
        storage: storage,
        queue: .outbox,
        handlers: ["letter": { _ in throw WorkRefused("no such address\0") }],
        time: time.time,
        logger: .silent
      )
      try await runner.runDue()
      let dead = try await WorkStore(storage: storage, queue: .outbox).dead()
      #expect(dead.map(\.lastError) == ["no such address"])
      #expect(dead.map(\.destination) == ["a@b.example"])
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `a message goes out once for each key`(on database: StoreUnderTest) async throws {
    try await database.with([]) { storage in
      let (time, log) = (TestTime(), Log())
      let runner = WorkRunner(
        storage: storage,
        queue: .outbox,
        handlers: ["letter": { log.note("\($0.destination ?? "") \($0.key ?? "") \($0.payload)") }],
        time: time.time,
        logger: .silent
      )
      for key in ["1", "1", "2", "1"] {
        try await storage.write { db in
          _ = try db.post("letter", to: "a@b.example", payload: "hi", key: key, at: time.now)
        }
        try await runner.runDue()
      }
      #expect(log.all == ["a@b.example 1 hi", "a@b.example 2 hi"])
      let store = WorkStore(storage: storage, queue: .outbox)
      #expect(try await store.forgetSent(before: time.now + .seconds(1)) == 2)
    }
  }
}
