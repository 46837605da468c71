import Access
import Foundation
import Kernel
import Listen
import Storage

/// Sees to it that an older store does not bring back what was erased since.
///
/// The names wait in a file beside the store until they are applied: a restoring that is cut off is
/// made good by the next one, or by the server's start.
struct RestoredErasures: Sendable {
  private let file: URL

  init(folder: String) { file = URL(filePath: folder).appending(path: "erasures.waiting") }

  struct Unknown: Error, CustomStringConvertible {
    let reason: String
    var description: String {
      """
      what was erased since the backup cannot be read from the store that is there (\(reason)). \
      Name a list that touchstone erasures export wrote with --erasures, or say \
      --without-erasures: people's erased answers may then come back
      """
    }
  }

  /// Notes what the store that is there erased, and what a file names.
  ///
  /// - Returns: how many names wait now; nil where nothing could be known.
  func gather(from location: StoreLocation, and list: String?, bravely: Bool) async throws -> Int? {
    var all = try waiting ?? StopList()
    var isKnown = list != nil
    if let list {
      all = all.merged(with: try StopList(String(contentsOf: URL(filePath: list), encoding: .utf8)))
    }
    do {
      let found = try await Storage.attached(to: location) {
        try await StopListStore(storage: $0).all()
      }
      if let found { all = all.merged(with: found) }
      isKnown = isKnown || found != nil
    } catch is BackupRefusal {
      // There is no store yet that could know.
    } catch {
      guard bravely || isKnown else { throw Unknown(reason: "\(error)") }
    }
    if !all.lines.isEmpty {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
      try Data(all.text.utf8).write(to: file, options: .atomic)
    }
    return isKnown ? all.lines.count : nil
  }

  /// Erases what waits; without any, it does nothing.
  ///
  /// - Returns: how many answers it erased.
  @discardableResult
  func apply(to storage: Storage) async throws -> Int {
    guard let list = try waiting else { return 0 }
    let erased = try await StopListStore(storage: storage)
      .apply(list, at: .now(), by: .commandLine(user: NSUserName()))
    try FileManager.default.removeItem(at: file)
    return erased
  }

  var isThere: Bool { FileManager.default.fileExists(atPath: file.path) }

  private var waiting: StopList? {
    get throws {
      guard isThere else { return nil }
      return try StopList(String(contentsOf: file, encoding: .utf8))
    }
  }
}
