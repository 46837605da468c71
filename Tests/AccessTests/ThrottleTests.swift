import HTTPTypes
import Kernel
import StorageTesting
import Testing

@testable import Access

struct ThrottleTests {
  static let lan = "lan@toranj.example"

  @Test(arguments: [
    (4, Duration.zero), (5, .seconds(1)), (6, .seconds(2)), (9, .seconds(16)), (14, .seconds(512)),
    (15, .seconds(900)), (1_000, .seconds(900)),
  ])
  func `the wait doubles from failure to failure up to its limit`(failures: Int, wait: Duration) {
    #expect(ThrottleRule.pair.wait(after: failures) == wait)
  }

  @Test(arguments: StoreUnderTest.all)
  func `guessing slows down, and even the right password has to wait`(on database: StoreUnderTest)
    async throws
  {
    try await Doorstep.open(on: database) { door in
      try await door.add(Self.lan, as: .viewer)
      let guesser = Visitor(door.client)
      for _ in 0..<5 {
        #expect(try await guesser.signIn(Self.lan, "wrong wrong wrong").status.code == 422)
      }
      let told = try await guesser.signIn(Self.lan, Doorstep.password)
      #expect(told.status == .tooManyRequests)
      #expect(told.headers[.retryAfter] == "1")
      #expect(told.text.contains("Too many attempts. Try again in 1 second."))

      door.clock.advance(by: .seconds(1))
      #expect(try await guesser.signIn(Self.lan, "wrong wrong wrong").status.code == 422)
      door.clock.advance(by: .seconds(1))
      let later = try await guesser.signIn(Self.lan, Doorstep.password)
      #expect(later.headers[.retryAfter] == "1")
      door.clock.advance(by: .seconds(1))
      #expect(try await guesser.signIn(Self.lan, Doorstep.password).status == .seeOther)
    }
  }

  @Test func `one address guessing does not keep the owner out at another`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      let store = ThrottleStore(storage: door.storage)
      let guesser = ThrottleStore.Attempt(email: Self.lan, address: "203.0.113.7")
      for _ in 0..<8 {
        _ = try await store.begin(guesser, at: door.clock.now)
        door.clock.advance(by: .seconds(1))
      }
      #expect(try await store.begin(guesser, at: door.clock.now) != nil)
      let owner = ThrottleStore.Attempt(email: Self.lan, address: "198.51.100.4")
      #expect(try await store.begin(owner, at: door.clock.now) == nil)
    }
  }

  @Test(arguments: StoreUnderTest.all)
  func `many addresses guessing at one account are slowed down together`(
    on database: StoreUnderTest
  ) async throws {
    try await Doorstep.open(on: database) { door in
      let store = ThrottleStore(storage: door.storage)
      for number in 0..<ThrottleRule.account.free {
        let guesser = ThrottleStore.Attempt(email: Self.lan, address: "203.0.113.\(number)")
        let wait = try await store.begin(guesser, at: door.clock.now)
        #expect(wait == nil)
      }
      let next = ThrottleStore.Attempt(email: Self.lan, address: "203.0.113.200")
      #expect(try await store.begin(next, at: door.clock.now) == .seconds(1))
      let colleague = ThrottleStore.Attempt(email: "nam@toranj.example", address: "203.0.113.200")
      #expect(try await store.begin(colleague, at: door.clock.now) == nil)
    }
  }

  @Test func `one address trying many accounts is slowed down`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      let store = ThrottleStore(storage: door.storage)
      for number in 0..<ThrottleRule.address.free {
        let guess = ThrottleStore.Attempt(email: "\(number)@toranj.example", address: "192.0.2.1")
        let wait = try await store.begin(guess, at: door.clock.now)
        #expect(wait == nil)
      }
      let next = ThrottleStore.Attempt(email: "next@toranj.example", address: "192.0.2.1")
      #expect(try await store.begin(next, at: door.clock.now) == .seconds(1))
    }
  }

  @Test func `many attempts at once gain nothing`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      try await door.add(Self.lan, as: .viewer)
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<20 {
          group.addTask {
            try await Visitor(door.client).signIn(Self.lan, "wrong wrong wrong").status.code
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.count { $0 == 422 } == ThrottleRule.pair.free)
      #expect(statuses.count { $0 == 429 } == 20 - ThrottleRule.pair.free)
    }
  }

  @Test func `success takes back its own attempt only`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      let store = ThrottleStore(storage: door.storage)
      for number in 0..<ThrottleRule.account.free {
        let guesser = ThrottleStore.Attempt(email: Self.lan, address: "203.0.113.\(number)")
        _ = try await store.begin(guesser, at: door.clock.now)
      }
      door.clock.advance(by: .seconds(1))
      let owner = ThrottleStore.Attempt(email: Self.lan, address: "198.51.100.4")
      #expect(try await store.begin(owner, at: door.clock.now) == nil)
      try await store.forgive(owner, succeeded: true)
      let guesser = ThrottleStore.Attempt(email: Self.lan, address: "203.0.113.99")
      #expect(try await store.begin(guesser, at: door.clock.now) == nil)
      #expect(try await store.begin(guesser, at: door.clock.now) == .seconds(2))
    }
  }

  @Test(arguments: [
    ("192.0.2.1", "192.0.2.1"), ("::ffff:192.0.2.1", "::ffff:192.0.2.1"),
    ("2001:db8:0:7::1", "2001:db8:0:7::/64"), ("2001:db8:0:7:a:b:c:d", "2001:db8:0:7::/64"),
    ("2001:DB8:0000:7::", "2001:db8:0:7::/64"), ("::1", "0:0:0:0::/64"), ("", ""),
  ])
  func `one line to the internet counts as one address`(address: String, block: String) {
    #expect(AddressBlock(address).text == block)
  }

  @Test func `failures of an hour ago are forgotten`() async throws {
    try await Doorstep.open(on: .sqlite) { door in
      let store = ThrottleStore(storage: door.storage)
      let attempt = ThrottleStore.Attempt(email: Self.lan, address: nil)
      for _ in 0..<5 { _ = try await store.begin(attempt, at: door.clock.now) }
      #expect(try await store.begin(attempt, at: door.clock.now) != nil)
      door.clock.advance(by: ThrottleRule.memory)
      for _ in 0..<5 { #expect(try await store.begin(attempt, at: door.clock.now) == nil) }
    }
  }
}
