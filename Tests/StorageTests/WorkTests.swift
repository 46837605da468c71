import Kernel
import Logging
import Storage
import StorageTesting
import Synchronization
import Testing

struct WorkTests {
  struct Failure: Error {}

  /// A clock that stands until it is moved.
  final class TestTime: Sendable {
    private let milliseconds = Mutex<Int64>(1_000_000)
    var now: Instant { Instant(milliseconds: milliseconds.withLock { $0 }) }
    func move(by duration: Duration) {
      milliseconds.withLock { $0 += duration.components.seconds * 1_000 }
    }
    var time: WorkRunner.Time { .init(now: { self.now }, sleep: { _ in await Task.yield() }) }
  }

  final class Log: Sendable {
    private let lines = Mutex<[String]>([])
    func note(_ line: String) { lines.withLock { $0.append(line) } }
    var all: [String] { lines.withLock { $0 } }
  }

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

  @Test(arguments: StoreUnderTest.all)
  func `two runners claim each job once`(on database: StoreUnderTest) async throws {
    try await database.withLocation { location in
      let first = try await Storage.open(location, migrations: [])
      let second = try await Storage.open(location, migrations: [])
      let (time, log) = (TestTime(), Log())
      try await first.write { db in
        for number in 1...100 { try db.enqueue("count", payload: "\(number)", at: time.now) }
      }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for storage in [first, second, first] {
          group.addTask {
            let runner = WorkRunner(
              storage: storage,
              queue: .job,
              handlers: ["count": { log.note($0.payload) }],
              time: time.time
            )
            while try await runner.runDue() > 0 {}
          }
        }
        try await group.waitForAll()
      }
      #expect(log.all.count == 100)
      #expect(Set(log.all).count == 100)
      await first.close()
      await second.close()
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `work whose process ended is given to another after its lease`(
    on database: StoreUnderTest
  ) async throws {
    try await database.with([]) { storage in
      let (time, log) = (TestTime(), Log())
      try await storage.write { db in try db.enqueue("stop", at: time.now) }
      // The first claim is never finished, as when its process is killed.
      let stopped = WorkRunner(
        storage: storage,
        queue: .job,
        handlers: [
          "stop": { _ in
            time.move(by: .seconds(601))
            let other = WorkRunner(
              storage: storage,
              queue: .job,
              handlers: ["stop": { log.note("attempt \($0.attempts)") }],
              time: time.time
            )
            let count = try await other.runDue()
            #expect(count == 1)
            log.note("late")
          }
        ],
        time: time.time,
        logger: .silent
      )
      try await stopped.runDue()
      #expect(log.all == ["attempt 2", "late"])
      #expect(try await WorkStore(storage: storage, queue: .job).countWaiting() == 0)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `runs until it is cancelled`(on database: StoreUnderTest) async throws {
    try await database.with([]) { storage in
      let (time, done) = (TestTime(), AsyncStream<String>.makeStream())
      let runner = WorkRunner(
        storage: storage,
        queue: .job,
        handlers: ["say": { done.continuation.yield($0.payload) }],
        time: time.time,
        logger: .silent
      )
      let task = Task { await runner.run() }
      for word in ["one", "two"] {
        try await storage.write { db in try db.enqueue("say", payload: word, at: time.now) }
        var words = done.stream.makeAsyncIterator()
        #expect(await words.next() == word)
      }
      task.cancel()
      await task.value
    }
  }
}
