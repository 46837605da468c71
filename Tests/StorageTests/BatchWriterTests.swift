import Storage
import StorageTesting
import Synchronization
import Testing

struct BatchWriterTests {
  struct Refusal: Error {}

  /// Inserts things by number; refuses multiples of ten by itself, and 13 by throwing.
  static func writer(_ storage: Storage, sizes: Sizes) -> BatchWriter<Int, Int> {
    storage.batch(maximum: 100) { db, numbers in
      sizes.note(numbers.count)
      if numbers.contains(13) { throw Refusal() }
      let good = numbers.filter { $0 % 10 != 0 }
      try db.insert(into: "thing", columns: Things.columns, rows: good.map(Things.row))
      return numbers.map { $0 % 10 == 0 ? .failure(Refusal()) : .success($0 * 2) }
    }
  }

  final class Sizes: Sendable {
    private let sizes = Mutex<[Int]>([])
    func note(_ size: Int) { sizes.withLock { $0.append(size) } }
    var largest: Int { sizes.withLock { $0.max() ?? 0 } }
    var count: Int { sizes.withLock { $0.count } }
  }

  @Test(arguments: StoreUnderTest.all)
  func `writes many items at once and answers each`(on database: StoreUnderTest) async throws {
    try await database.with(Things.schema) { storage in
      let sizes = Sizes()
      let writer = Self.writer(storage, sizes: sizes)
      let outcomes = await withTaskGroup(of: (Int, Int?).self) { group in
        for number in 1...1_000 {
          group.addTask { (number, try? await writer.submit(number)) }
        }
        return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
      }
      for number in 1...1_000 {
        let isRefused = number % 10 == 0 || number == 13
        #expect(outcomes[number] == .some(isRefused ? nil : number * 2))
      }
      let count = try await storage.countOfThings()
      #expect(count == 899)
      #expect(sizes.largest <= 100)
      #expect(sizes.count < 700)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `fails every item when the store is closed`(on database: StoreUnderTest) async throws {
    try await database.withLocation { location in
      let storage = try await Storage.open(location, migrations: Things.schema)
      let writer = Self.writer(storage, sizes: Sizes())
      #expect(try await writer.submit(1) == 2)
      await storage.close()
      await #expect(throws: StorageUnavailable.self) { try await writer.submit(2) }
      await #expect(throws: StorageUnavailable.self) { try await writer.submit(3) }
    }
  }
}
