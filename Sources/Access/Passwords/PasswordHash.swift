import Crypto
import CryptoExtras
import Foundation

/// What is kept of a password: scrypt's output with its salt and cost.
struct PasswordHash: Hashable, Sendable {
  let cost: ScryptCost
  let salt: [UInt8]
  let key: [UInt8]

  private static let saltByteCount = 16
  private static let keyByteCount = 32

  /// Takes a third of a second: for `PasswordDesk` only.
  init(
    _ password: Password,
    cost: ScryptCost,
    salt: [UInt8] = random(saltByteCount)
  ) throws {
    self.cost = cost
    self.salt = salt
    key = try Self.derive(password, salt, cost)
  }

  /// Matches no password and costs as much to find out: checked where there is no account.
  init(matchingNothingAt cost: ScryptCost) {
    self.cost = cost
    salt = Self.random(Self.saltByteCount)
    key = Self.random(Self.keyByteCount)
  }

  /// Takes as long for a near miss as for a far one.
  func matches(_ password: Password) throws -> Bool {
    SymmetricKey(data: key) == SymmetricKey(data: try Self.derive(password, salt, cost))
  }

  private static func derive(
    _ password: Password,
    _ salt: [UInt8],
    _ cost: ScryptCost
  ) throws -> [UInt8] {
    let key = try KDF.Scrypt.deriveKey(
      from: password.bytes,
      salt: salt,
      outputByteCount: keyByteCount,
      rounds: 1 << cost.roundsLog2,
      blockSize: cost.blockSize,
      parallelism: cost.parallelism
    )
    return unsafe key.withUnsafeBytes { unsafe Array($0) }
  }

  private static func random(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}

extension PasswordHash: LosslessStringConvertible {
  /// `scrypt$15$8$3$SALT$KEY`, salt and key in base64.
  var description: String {
    let parts = [
      "scrypt", "\(cost.roundsLog2)", "\(cost.blockSize)", "\(cost.parallelism)",
      Data(salt).base64EncodedString(), Data(key).base64EncodedString(),
    ]
    return parts.joined(separator: "$")
  }

  init?(_ description: String) {
    let parts = description.split(separator: "$")
    guard parts.count == 6, parts[0] == "scrypt",
      let rounds = Int(parts[1]), let block = Int(parts[2]), let parallel = Int(parts[3]),
      let salt = Data(base64Encoded: String(parts[4])),
      let key = Data(base64Encoded: String(parts[5])), key.count == Self.keyByteCount
    else { return nil }
    cost = ScryptCost(roundsLog2: rounds, blockSize: block, parallelism: parallel)
    guard cost.isBearable else { return nil }
    self.salt = Array(salt)
    self.key = Array(key)
  }
}
