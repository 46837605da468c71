import Kernel
import Logging
import Storage
import StorageTesting
import Testing

struct WorkRunnerTests {
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
