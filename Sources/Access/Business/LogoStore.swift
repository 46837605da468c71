import Crypto
import Kernel
import Storage

/// Keeps the business's one logo.
struct LogoStore: Sendable {
  let storage: Storage

  struct Stored: Sendable {
    let type: String
    let bytes: [UInt8]
  }

  /// The logo of that fingerprint, as an address names it; nil once another has its place.
  func logo(_ fingerprint: String) async throws -> Stored? {
    try await storage.read { db in
      try db.row("SELECT type, bytes FROM business_logo WHERE fingerprint = \(fingerprint)").map {
        Stored(type: try $0["type"], bytes: try $0["bytes"])
      }
    }
  }

  /// Puts an image in the place of all others, or none; gives its fingerprint.
  static func replace(with image: LogoImage?, in db: Connection) throws -> String? {
    try db.execute("DELETE FROM business_logo")
    guard let image else { return nil }
    let digest = SHA256.hash(data: image.bytes).prefix(8)
    let fingerprint = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    try db.execute(
      """
      INSERT INTO business_logo (fingerprint, type, bytes)
      VALUES (\(fingerprint), \(image.type), \(image.bytes))
      """
    )
    return fingerprint
  }
}
