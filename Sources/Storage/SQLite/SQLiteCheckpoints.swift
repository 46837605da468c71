import Dispatch
import Foundation
import GRDBSQLite
import Synchronization

/// Moves committed pages from the write-ahead log into the file, on a thread and connection of its
/// own, so that no commit waits for it.
///
/// A busy writer would let the log grow for ever, as it starts over only when all of it has been
/// moved; past `logPagesMax` the writer therefore moves the last few pages itself.
@safe final class SQLiteCheckpoints: Sendable {
  /// Pages of 4 KiB that the log may take before the writer finishes a checkpoint: 4 to 32 MiB,
  /// by the room there is, since on a small disk the log must not be what fills it.
  static let logPagesRange = 1_000...8_192

  /// The log may take one part in so many of the free room.
  static let shareOfRoom = 16

  private let connection: Confined<OpaquePointer>
  private let signal = DispatchSemaphore(value: 0)
  private let finished = DispatchSemaphore(value: 0)
  private let logPages = Atomic<Int>(0)
  private let movedPages = Atomic<Int>(0)
  private let logPagesMax: Atomic<Int>
  private let folder: String
  private let isWorking = Atomic<Bool>(false)
  private let isStopping = Atomic<Bool>(false)

  init(path: String) throws {
    folder = URL(filePath: path).deletingLastPathComponent().path
    logPagesMax = Atomic(Self.logPages(in: folder))
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
    let code = unsafe sqlite3_open_v2(path, &handle, flags, nil)
    guard code == SQLITE_OK, let handle = unsafe handle else {
      defer { unsafe sqlite3_close_v2(handle) }
      throw unsafe SQLiteFailure.error(in: handle, code: code, statement: "opening \(path)")
    }
    unsafe sqlite3_exec(handle, "PRAGMA synchronous = FULL", nil, nil, nil)
    unsafe connection = Confined(value: handle)
    let thread = Thread { [self] in work() }
    thread.name = "checkpoints"
    thread.start()
  }

  /// Learns the log's length from each commit on the writer's connection.
  func watch(_ writer: OpaquePointer) {
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe sqlite3_wal_hook(
      writer,
      { context, _, _, pages in
        if let context = unsafe context {
          unsafe Unmanaged<SQLiteCheckpoints>.fromOpaque(context).takeUnretainedValue()
            .didCommit(logPages: Int(pages))
        }
        return SQLITE_OK
      },
      context
    )
  }

  private static func logPages(in folder: String) -> Int {
    let room =
      try? FileManager.default.attributesOfFileSystem(forPath: folder)[.systemFreeSize] as? Int64
    let pages = Int((room ?? 0) / 4_096) / shareOfRoom
    return min(max(pages, logPagesRange.lowerBound), logPagesRange.upperBound)
  }

  private func didCommit(logPages pages: Int) {
    // The log started over: everything before was moved.
    if pages < logPages.exchange(pages, ordering: .relaxed) {
      movedPages.store(0, ordering: .relaxed)
    }
    // Seldom is better than often: what is written again and again moves but once.
    let most = logPagesMax.load(ordering: .relaxed)
    let isDue = pages - movedPages.load(ordering: .relaxed) >= most / 4
    // A long log is the writer's to finish: the thread must come to rest for that.
    guard isDue, pages < most else { return }
    if !isWorking.exchange(true, ordering: .acquiringAndReleasing) { signal.signal() }
  }

  /// True when the log is long and the thread has moved nearly all of it.
  var wantsWriter: Bool {
    logPages.load(ordering: .relaxed) >= logPagesMax.load(ordering: .relaxed)
      && !isWorking.load(ordering: .acquiring)
  }

  /// Moves what is left while nothing is written, so that the next commit starts the log over.
  func finish(on writer: OpaquePointer) { unsafe checkpoint(writer) }

  func stop() {
    isStopping.store(true, ordering: .releasing)
    signal.signal()
    finished.wait()
  }

  private func work() {
    while true {
      signal.wait()
      if isStopping.load(ordering: .acquiring) { break }
      unsafe checkpoint(connection.value)
      isWorking.store(false, ordering: .releasing)
    }
    unsafe sqlite3_close_v2(connection.value)
    finished.signal()
  }

  /// PASSIVE moves what no reader still needs and never waits; a failure shows in the next one.
  private func checkpoint(_ handle: OpaquePointer) {
    var inLog: Int32 = -1
    var moved: Int32 = -1
    unsafe sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, &inLog, &moved)
    if moved >= 0 { movedPages.store(Int(moved), ordering: .relaxed) }
    logPagesMax.store(Self.logPages(in: folder), ordering: .relaxed)
  }
}
