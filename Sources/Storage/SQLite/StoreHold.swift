import Foundation
import Synchronization

/// Says to other processes that a store is in use, for as long as it is open.
///
/// Many may use it at once; whoever wants it alone learns that it is not. The system lets go when
/// the process ends, however it does.
final class StoreHold: Sendable {
  enum Manner: Sendable { case together, alone }

  private let descriptor: Mutex<Int32?>

  /// Waits for whoever has it alone; nil when it is wanted alone and somebody uses it.
  init?(_ path: String, _ manner: Manner) throws {
    let lock = "\(path).lock"
    let opened = unsafe open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard opened >= 0 else {
      throw StorageUnavailable(.failing, detail: "cannot open \(lock)")
    }
    guard flock(opened, manner == .together ? LOCK_SH : LOCK_EX | LOCK_NB) == 0 else {
      Glibc.close(opened)
      return nil
    }
    descriptor = Mutex(opened)
  }

  func release() {
    descriptor.withLock { descriptor in
      if let open = descriptor { Glibc.close(open) }
      descriptor = nil
    }
  }

  deinit { release() }
}
