import Foundation

/// Bytes that come one stretch after another: a file, a decompressor, a transcoder.
protocol ByteStream: AnyObject {
  /// Puts at most `room` bytes into `bytes` from `start` on; returns how many, 0 only at the end.
  func read(into bytes: inout [UInt8], from start: Int, room: Int) throws(TabularError) -> Int
}

/// An open file, or standard input for `-`.
final class FileStream: ByteStream, Sendable {
  static let standardInputPath = "-"

  /// The name for messages.
  let name: String

  /// The size of a regular file in bytes; nil for what can only be read from front to back.
  let size: Int?

  private let descriptor: Int32
  private let owns: Bool

  init(path: String) throws(TabularError) {
    if path == Self.standardInputPath {
      name = "standard input"
      descriptor = STDIN_FILENO
      owns = false
      size = nil
      return
    }
    name = path
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    owns = true
    guard descriptor >= 0 else { throw Self.failure(path, "cannot be opened") }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw Self.failure(path, "is lost") }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw TabularError(file: path, reason: "is a folder; name a CSV or TSV file")
    }
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  deinit { if owns && descriptor >= 0 { close(descriptor) } }

  func read(into bytes: inout [UInt8], from start: Int, room: Int) throws(TabularError) -> Int {
    try unsafe transfer(into: &bytes, from: start, room: room) { address, count in
      unsafe Foundation.read(descriptor, address, count)
    }
  }

  /// Reads at a place of a regular file, without moving where `read` goes on; for many threads.
  func read(
    at offset: Int,
    into bytes: inout [UInt8],
    from start: Int,
    room: Int
  ) throws(TabularError) -> Int {
    try unsafe transfer(into: &bytes, from: start, room: room) { address, count in
      unsafe pread(descriptor, address, count, off_t(offset))
    }
  }

  private func transfer(
    into bytes: inout [UInt8],
    from start: Int,
    room: Int,
    _ call: (UnsafeMutableRawPointer, Int) -> Int
  ) throws(TabularError) -> Int {
    precondition(start >= 0 && room >= 0 && start + room <= bytes.count, "no room to read into")
    while true {
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        guard let base = buffer.baseAddress else { return 0 }
        return unsafe call(base + start, room)
      }
      if count >= 0 { return count }
      guard errno == EINTR else { throw Self.failure(name, "cannot be read further") }
    }
  }

  private static func failure(_ name: String, _ what: String) -> TabularError {
    let why = unsafe String(cString: strerror(errno))
    return TabularError(file: name, reason: "\(what) (\(why.lowercased()))")
  }
}

/// A regular file from a place on: what one thread of a scan reads.
final class FileSection: ByteStream {
  private let file: FileStream
  private var offset: Int

  init(of file: FileStream, from offset: Int) {
    self.file = file
    self.offset = offset
  }

  func read(into bytes: inout [UInt8], from start: Int, room: Int) throws(TabularError) -> Int {
    let count = try file.read(at: offset, into: &bytes, from: start, room: room)
    offset += count
    return count
  }
}

/// A stream whose first bytes may be looked at before they are read.
final class PeekedStream: ByteStream {
  private let source: any ByteStream
  private var head: [UInt8] = []
  private var taken = 0

  init(_ source: any ByteStream) { self.source = source }

  /// The first `count` bytes, fewer only when there are no more.
  func peek(_ count: Int) throws(TabularError) -> [UInt8] {
    precondition(taken == 0, "bytes already read cannot be looked at first")
    var filled = head.count
    guard filled < count else { return Array(head[..<count]) }
    head += [UInt8](repeating: 0, count: count - filled)
    while filled < count {
      let more = try source.read(into: &head, from: filled, room: count - filled)
      if more == 0 { break }
      filled += more
    }
    head.removeLast(head.count - filled)
    return head
  }

  /// Passes over bytes, as many as there are.
  func skip(_ count: Int) throws(TabularError) {
    var left = count
    var drain = [UInt8](repeating: 0, count: min(max(left, 1), 1 << 16))
    while left > 0 {
      let passed = try read(into: &drain, from: 0, room: min(left, drain.count))
      if passed == 0 { return }
      left -= passed
    }
  }

  func read(into bytes: inout [UInt8], from start: Int, room: Int) throws(TabularError) -> Int {
    guard taken < head.count else {
      return try source.read(into: &bytes, from: start, room: room)
    }
    let count = min(room, head.count - taken)
    for index in 0..<count { bytes[start + index] = head[taken + index] }
    taken += count
    if taken == head.count {
      head = []
      taken = 0
    }
    return count
  }
}
