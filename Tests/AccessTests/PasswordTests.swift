import Foundation
import Kernel
import Synchronization
import Testing

@testable import Access

struct PasswordTests {
  static let email = EmailAddress("lan@toranj.example")

  /// RFC 7914, section 12, third vector; the first 32 of its 64 bytes, which the final PBKDF2 makes
  /// first.
  @Test func `scrypt gives what its paper gives`() throws {
    let password = try #require(Password(typed: "pleaseletmein"))
    let cost = ScryptCost(roundsLog2: 14, blockSize: 8, parallelism: 1)
    let hash = try PasswordHash(password, cost: cost, salt: Array("SodiumChloride".utf8))
    #expect(
      hash.key.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        == "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
    )
  }

  @Test func `a hash carries its cost and salt along`() throws {
    let password = try #require(Password(typed: "a long walk home"))
    let hash = try PasswordHash(password, cost: Doorstep.cost)
    let read = try #require(PasswordHash(hash.description))
    #expect(read == hash)
    #expect(hash.description.hasPrefix("scrypt$1$1$1$"))
    #expect(try read.matches(password))
    let near = try #require(Password(typed: "a long walk hone"))
    #expect(try !read.matches(near))
    #expect(try PasswordHash(password, cost: Doorstep.cost).salt != hash.salt)
  }

  @Test(arguments: [
    "", "scrypt", "scrypt$1$1$1$AAAA", "scrypt$1$1$1$AAAA$AAAA", "bcrypt$1$1$1$AAAA$AAAA",
    "scrypt$60$8$1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
  ])
  func `a damaged hash is no hash`(text: String) { #expect(PasswordHash(text) == nil) }

  @Test func `the standard cost is 32 MB three times over`() {
    let cost = ScryptCost.standard
    #expect(128 * (1 << cost.roundsLog2) * cost.blockSize == 32 << 20)
    #expect(cost.parallelism == 3)
  }

  @Test(arguments: [
    ("nine char", Password.Refusal.short), ("LAN@toranj.example ", .email),
    (String(repeating: "é", count: 513), .long),
  ])
  func `a weak password is refused with a reason`(typed: String, reason: Password.Refusal) {
    #expect(throws: reason) { try Password(choosing: typed, for: Self.email) }
  }

  @Test(arguments: ["ten chars!", "ده نویسه‌ای", "mười ký tự", String(repeating: "x", count: 1_024)])
  func `any script will do`(typed: String) throws {
    #expect(throws: Never.self) { try Password(choosing: typed, for: Self.email) }
  }

  @Test func `one password typed on two keyboards is one password`() throws {
    let composed = try #require(Password(typed: "ti\u{1EBF}ng vi\u{1EC7}t"))
    let decomposed = try #require(Password(typed: "tie\u{302}\u{301}ng vie\u{323}\u{302}t"))
    #expect(try PasswordHash(composed, cost: Doorstep.cost).matches(decomposed))
  }
}

struct PasswordDeskTests {
  @Test func `works on a few at a time and refuses when too many wait`() async throws {
    let desk = PasswordDesk(atOnce: 2, waitingMax: 3)
    let gate = Turnstile()
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          do {
            try await desk.work { gate.pass() }
            return true
          } catch is PasswordDesk.Busy { return false }
        }
      }
      // Two stand at the turnstile and three in the queue, so the other three are refused first.
      var refused = 0
      while refused < 3, let wasDone = try await group.next() {
        #expect(!wasDone)
        refused += 1
      }
      gate.open()
      for try await wasDone in group { #expect(wasDone) }
    }
    #expect(gate.mostAtOnce <= 2)
  }

  @Test func `hands its place on when work fails`() async throws {
    struct Broken: Error {}
    let desk = PasswordDesk(atOnce: 1, waitingMax: 0)
    for _ in 0..<3 {
      await #expect(throws: Broken.self) { try await desk.work { throw Broken() } }
    }
    #expect(try await desk.work { 7 } == 7)
  }
}

/// Holds threads up until it is opened, and counts how many stood there together.
final class Turnstile: Sendable {
  private struct State {
    var isOpen = false
    var standing = 0
    var most = 0
  }

  private let condition = NSCondition()
  private let state = Mutex(State())

  var mostAtOnce: Int { state.withLock(\.most) }

  func pass() {
    condition.lock()
    defer { condition.unlock() }
    state.withLock {
      $0.standing += 1
      $0.most = max($0.most, $0.standing)
    }
    while !state.withLock(\.isOpen) { condition.wait() }
    state.withLock { $0.standing -= 1 }
  }

  func open() {
    condition.lock()
    defer { condition.unlock() }
    state.withLock { $0.isOpen = true }
    condition.broadcast()
  }
}
