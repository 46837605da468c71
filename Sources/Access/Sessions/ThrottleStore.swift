import Crypto
import Kernel
import Storage

/// Counts failed attempts to sign in, whether or not there is such an account.
///
/// An attempt counts as failed before its password is checked, so that many at once gain nothing;
/// success takes it back.
struct ThrottleStore: Sendable {
  let storage: Storage

  static let migrations = [
    Migration(
      "2026-01 sign_in_throttle",
      sql: """
        CREATE TABLE sign_in_throttle (
          subject {blob} PRIMARY KEY NOT NULL, failures {int} NOT NULL,
          wait_until {int} NOT NULL, changed_at {int} NOT NULL
        ) {strict};
        CREATE INDEX sign_in_throttle_by_change ON sign_in_throttle (changed_at);
        """
    )
  ]

  /// What one attempt is counted under; only hashes are stored.
  struct Attempt: Sendable {
    let subjects: [(key: [UInt8], rule: ThrottleRule)]

    init(email: String, address: String?) {
      let address = AddressBlock(address ?? "").text
      subjects = [
        (Self.key("pair", email, address), .pair),
        (Self.key("account", email), .account),
        (Self.key("address", address), .address),
      ]
    }

    private static func key(_ parts: String...) -> [UInt8] {
      Array(SHA256.hash(data: Array(parts.joined(separator: "\n").utf8)))
    }
  }

  /// Counts an attempt, or says how long to wait before it would be taken.
  func begin(_ attempt: Attempt, at now: Instant) async throws -> Duration? {
    try await storage.write { db in
      let forgotten = Instant(milliseconds: now.milliseconds - ThrottleRule.memory.milliseconds)
      try db.execute("DELETE FROM sign_in_throttle WHERE changed_at <= \(forgotten)")
      var longest: Int64 = 0
      for subject in attempt.subjects {
        let until: Int64? = try db.value(
          "SELECT wait_until FROM sign_in_throttle WHERE subject = \(subject.key)"
        )
        longest = max(longest, (until ?? 0) - now.milliseconds)
      }
      if longest > 0 { return .milliseconds(longest) }
      for subject in attempt.subjects { try Self.count(subject.key, subject.rule, now, db) }
      return nil
    }
  }

  /// Takes the attempt back: it succeeded, or nobody could check it.
  ///
  /// Success also clears what this address failed at this account before, and nothing else: a
  /// guesser must not gain from the owner's own sign-ins.
  func forgive(_ attempt: Attempt, succeeded: Bool) async throws {
    try await storage.write { db in
      for (index, subject) in attempt.subjects.enumerated() {
        if succeeded, index == 0 {
          try db.execute("DELETE FROM sign_in_throttle WHERE subject = \(subject.key)")
        } else {
          try db.execute(
            """
            UPDATE sign_in_throttle SET failures = failures - 1, wait_until = 0
            WHERE subject = \(subject.key) AND failures > 0
            """
          )
        }
      }
    }
  }

  private static func count(
    _ key: [UInt8],
    _ rule: ThrottleRule,
    _ now: Instant,
    _ db: Connection
  ) throws {
    let before: Int =
      try db.value("SELECT failures FROM sign_in_throttle WHERE subject = \(key)") ?? 0
    let until = now + rule.wait(after: before + 1)
    try db.execute(
      """
      INSERT INTO sign_in_throttle (subject, failures, wait_until, changed_at)
      VALUES (\(key), 1, \(until), \(now))
      ON CONFLICT (subject) DO UPDATE SET
        failures = sign_in_throttle.failures + 1, wait_until = \(until), changed_at = \(now)
      """
    )
  }
}
