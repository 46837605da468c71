import Foundation

/// Keeps other processes from opening a store in the same folder for the length of a closure.
///
/// Two that make the same new file at once would meet SQLite's I/O errors: one deletes the log that
/// the other has just begun. The system lets go of the lock when its process ends, however it does.
enum FolderLock {
  static func with<Output>(_ folder: String, _ body: () throws -> Output) throws -> Output {
    let descriptor = unsafe open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw StorageUnavailable(.failing, detail: "cannot open the folder \(folder)")
    }
    defer { close(descriptor) }
    flock(descriptor, LOCK_EX)
    return try body()
  }
}
