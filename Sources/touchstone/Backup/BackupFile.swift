import Crypto
import Foundation
import Kernel

/// A backup in one file: a line that says what it is, a line of JSON about what follows, and the
/// copy itself, byte for byte.
struct BackupFile: Sendable {
  static let mark = "touchstone-backup 1\n"

  /// A header this long is none of ours.
  private static let headerBytesMax = 1 << 16
  private static let pieceBytes = 1 << 20

  let kind: Kind
  let madeAt: Instant

  /// The copy's length, in bytes.
  let length: Int64
  let digest: String

  /// The steps of the schema that the copied store had taken.
  let schema: [String]

  enum Kind: String, Sendable { case sqlite, postgres }

  /// Why a file cannot be taken for a backup.
  enum Refusal: Error, Hashable, CustomStringConvertible {
    case exists(String)
    case notABackup(String)
    case newer(String)
    case cutOff(String, missing: Int64)
    case damaged(String)

    var description: String {
      switch self {
      case .exists(let file): "\(file) is there already; name a new file"
      case .notABackup(let file): "\(file) is no backup of Touchstone's; nothing was changed"
      case .newer(let file):
        "\(file) was made by a newer version of Touchstone; restore it with that one"
      case .cutOff(let file, let missing):
        "\(file) was cut off: \(missing) bytes are missing; nothing was changed"
      case .damaged(let file):
        "\(file) is damaged: its content does not match its checksum; nothing was changed"
      }
    }
  }

  /// Writes a copy with its header in front; the file appears whole or not at all.
  ///
  /// - Returns: the file's length, in bytes.
  static func write(
    _ kind: Kind,
    of copy: URL,
    schema: [String],
    to target: URL,
    at now: Instant
  ) throws -> Int64 {
    let (digest, length) = try measure(copy)
    let header: JSON = [
      "kind": .string(kind.rawValue), "made_at": .string(now.description),
      "length": .integer(length), "sha256": .string(digest),
      "schema": .array(schema.map(JSON.string)),
    ]
    let unfinished = target.appendingPathExtension("unfinished")
    let files = FileManager.default
    guard files.createFile(atPath: unfinished.path, contents: nil, attributes: ownersOnly) else {
      throw CocoaError(.fileWriteUnknown)
    }
    do {
      let output = try FileHandle(forWritingTo: unfinished)
      try output.write(contentsOf: Data((mark + header.serialized() + "\n").utf8))
      try pieces(of: FileHandle(forReadingFrom: copy)) { try output.write(contentsOf: $0) }
      try output.synchronize()
      let total = try output.offset()
      try output.close()
      // Moving refuses to overwrite what came there meanwhile.
      guard !files.fileExists(atPath: target.path) else { throw Refusal.exists(target.path) }
      try files.moveItem(at: unfinished, to: target)
      return Int64(total)
    } catch {
      try? files.removeItem(at: unfinished)
      throw error
    }
  }

  /// Reads the header; the copy behind it is checked by `extract`.
  init(readingHeaderOf file: URL) throws {
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    let head = try handle.read(upToCount: Self.headerBytesMax) ?? Data()
    let start = Data(Self.mark.utf8)
    guard head.starts(with: start) else {
      let isOfAnother = head.starts(with: Data("touchstone-backup ".utf8))
      throw isOfAnother ? Refusal.newer(file.path) : Refusal.notABackup(file.path)
    }
    guard let end = head[start.count...].firstIndex(of: UInt8(ascii: "\n")),
      let json = try? JSON.parse(Array(head[start.count..<end])),
      let kind = json["kind"]?.string.flatMap(Kind.init), let length = json["length"]?.integer,
      let digest = json["sha256"]?.string, let time = json["made_at"]?.string,
      let madeAt = Instant(time), let schema = json["schema"]?.array
    else { throw Refusal.notABackup(file.path) }
    self.kind = kind
    self.madeAt = madeAt
    self.length = length
    self.digest = digest
    self.schema = schema.compactMap(\.string)
    offset = UInt64(end + 1)
  }

  private let offset: UInt64

  /// Writes the copy to a file of its own, once it is known to be whole.
  func extract(from file: URL, to copy: URL) throws {
    let input = try FileHandle(forReadingFrom: file)
    defer { try? input.close() }
    let missing = Int64(offset) + length - Int64(try input.seekToEnd())
    guard missing <= 0 else { throw Refusal.cutOff(file.path, missing: missing) }
    try input.seek(toOffset: offset)
    let files = FileManager.default
    guard files.createFile(atPath: copy.path, contents: nil, attributes: Self.ownersOnly) else {
      throw CocoaError(.fileWriteUnknown)
    }
    let output = try FileHandle(forWritingTo: copy)
    var hash = SHA256()
    try Self.pieces(of: input) { piece in
      hash.update(data: piece)
      try output.write(contentsOf: piece)
    }
    try output.synchronize()
    try output.close()
    guard Self.text(of: hash.finalize()) == digest else {
      try? files.removeItem(at: copy)
      throw Refusal.damaged(file.path)
    }
  }

  private static var ownersOnly: [FileAttributeKey: Any] { [.posixPermissions: 0o600] }

  private static func measure(_ file: URL) throws -> (digest: String, length: Int64) {
    var hash = SHA256()
    var length: Int64 = 0
    try pieces(of: FileHandle(forReadingFrom: file)) { piece in
      hash.update(data: piece)
      length += Int64(piece.count)
    }
    return (text(of: hash.finalize()), length)
  }

  private static func pieces(of handle: FileHandle, _ body: (Data) throws -> Void) throws {
    while let piece = try handle.read(upToCount: pieceBytes), !piece.isEmpty { try body(piece) }
  }

  private static func text(of digest: SHA256.Digest) -> String {
    digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
