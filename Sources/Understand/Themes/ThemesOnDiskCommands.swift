import CXText
import Foundation
import Measure

/// A business’s file of themes, for commands.
enum ThemesOnDisk {
  static func read(_ path: String) throws -> ThemeSet {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw FileRefusal.because(
        "\(path): the themes cannot be read (\(error.localizedDescription))"
      )
    }
    do {
      return try ThemeSetFile.decode(Array(bytes))
    } catch {
      throw FileRefusal.because("\(path): \(error.description)")
    }
  }

  /// Writes the whole file or none of it.
  static func write(_ set: ThemeSet, to path: String) throws {
    do {
      try Data(ThemeSetFile.encode(set)).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw FileRefusal.because(
        "\(path): the themes cannot be written (\(error.localizedDescription))"
      )
    }
  }

  /// - Throws: `WrongUsage` for a theme that the set does not have.
  static func check(_ id: Theme.ID, in set: ThemeSet) throws {
    guard !set.themes.contains(where: { $0.id == id }) else { return }
    let ids = set.themes.map(\.id).joined(separator: ", ")
    throw WrongUsage(reason: "no theme has the id “\(id)”; there are \(ids)")
  }
}
