import Foundation

/// Says, for as long as it lives, that a process uses a store's file.
///
/// Whoever reads and writes shares it; whoever puts another file in the place holds it alone. The
/// system lets go of it when its process ends, however it does.
final class StoreHold: Sendable {
  private let descriptor: Int32

  /// - Throws: `StorageUnavailable(.locked)` when others hold it and one of us would be alone.
  init(path: String, alone: Bool) throws {
    descriptor = unsafe open("\(path).in-use", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw StorageUnavailable(.failing, detail: "cannot write beside \(path)")
    }
    guard flock(descriptor, (alone ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0 else {
      close(descriptor)
      throw StorageUnavailable(
        .locked,
        detail: alone
          ? "a server or another command uses \(path); stop it first"
          : "\(path) is being restored; try again when that is done"
      )
    }
  }

  deinit { close(descriptor) }
}
