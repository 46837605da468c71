import Crypto
import Foundation
import Kernel

/// A backup in one file: a line that says what it is, a line of JSON about what follows, and the
/// copy itself, byte for byte.
struct BackupFile: Sendable {
  private static let mark = "touchstone-backup 1\n"

  /// A header this long is none of ours.
  private static let headerBytesMax = 1 << 16
  private static let pieceBytes = 1 << 20

  enum Kind: String, Sendable { case sqlite, postgres }

  /// What the header says, but for length and checksum.
  struct About: Sendable {
    let kind: Kind
    let madeAt: Instant

    /// The steps of the schema that the copied store had taken.
    let steps: [String]

    /// PostgreSQL's schema that held the store.
    let place: String?
  }

  let about: About

  /// The copy's length, in bytes.
  private let length: Int64
  private let digest: String

  /// Where the copy begins.
  private let offset: UInt64

  /// Reads the header; the copy behind it is checked by `extract`.
  init(readingHeaderOf file: URL) throws {
    guard let handle = try? FileHandle(forReadingFrom: file) else {
      throw BackupRefusal("\(file.path) cannot be read")
    }
    defer { try? handle.close() }
    let head = try handle.read(upToCount: Self.headerBytesMax) ?? Data()
    let start = Data(Self.mark.utf8)
    guard head.starts(with: start) else {
      let isOfAnother = head.starts(with: Data("touchstone-backup ".utf8))
      throw isOfAnother ? BackupRefusal.newer(file.path) : .notABackup(file.path)
    }
    guard let end = head[start.count...].firstIndex(of: UInt8(ascii: "\n")),
      let json = try? JSON.parse(Array(head[start.count..<end])),
      let kind = json["kind"]?.string.flatMap(Kind.init), let length = json["length"]?.integer,
      let digest = json["sha256"]?.string, let time = json["made_at"]?.string,
      let madeAt = Instant(time), let steps = json["schema"]?.array
    else { throw BackupRefusal.notABackup(file.path) }
    about = About(
      kind: kind,
      madeAt: madeAt,
      steps: steps.compactMap(\.string),
      place: json["place"]?.string
    )
    self.length = length
    self.digest = digest
    offset = UInt64(end + 1)
  }

  /// Writes a copy with its header in front; the file appears whole or not at all.
  ///
  /// - Returns: the file's length, in bytes.
  static func write(_ copy: URL, _ about: About, to target: URL) throws -> Int64 {
    let (digest, length) = try measure(copy)
    var header: JSONObject = [
      "kind": .string(about.kind.rawValue), "made_at": .string(about.madeAt.description),
      "length": .integer(length), "sha256": .string(digest),
      "schema": .array(about.steps.map(JSON.string)),
    ]
    if let place = about.place { header["place"] = .string(place) }
    let unfinished = target.appendingPathExtension("unfinished")
    defer { try? FileManager.default.removeItem(at: unfinished) }
    let output = try emptyFile(unfinished)
    try output.write(contentsOf: Data((mark + JSON.object(header).serialized() + "\n").utf8))
    try pieces(of: FileHandle(forReadingFrom: copy)) { try output.write(contentsOf: $0) }
    try output.synchronize()
    let total = try output.offset()
    try output.close()
    do {
      // Unlike a renaming, a link never takes the place of a file that came meanwhile.
      try FileManager.default.linkItem(at: unfinished, to: target)
    } catch let error as CocoaError where error.code == .fileWriteFileExists {
      throw BackupRefusal.exists(target.path)
    }
    return Int64(total)
  }

  /// Writes the copy to a file of its own, once it is known to be whole.
  func extract(from file: URL, to copy: URL) throws {
    let input = try FileHandle(forReadingFrom: file)
    defer { try? input.close() }
    let missing = Int64(offset) + length - Int64(try input.seekToEnd())
    guard missing <= 0 else { throw BackupRefusal.cutOff(file.path, missing: missing) }
    try input.seek(toOffset: offset)
    let output = try Self.emptyFile(copy)
    var hash = SHA256()
    try Self.pieces(of: input) { piece in
      hash.update(data: piece)
      try output.write(contentsOf: piece)
    }
    try output.synchronize()
    try output.close()
    guard Self.text(of: hash.finalize()) == digest else {
      try? FileManager.default.removeItem(at: copy)
      throw BackupRefusal.damaged(file.path)
    }
  }

  /// Only its owner may look into it, from its first byte on.
  @discardableResult
  static func emptyFile(_ file: URL) throws -> FileHandle {
    let isMade = FileManager.default.createFile(
      atPath: file.path,
      contents: nil,
      attributes: [.posixPermissions: 0o600]
    )
    guard isMade else { throw BackupRefusal.cannotWrite(file.path) }
    return try FileHandle(forWritingTo: file)
  }

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
