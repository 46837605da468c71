import Foundation

/// The checkout's own files; what is built, fetched or measured into it is left out.
enum HouseTree {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let files: [HouseFile] = {
    let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    var files: [HouseFile] = []
    while let url = walk?.nextObject() as? URL {
      let path = relative(url)
      if leftOut.contains(path) || url.lastPathComponent == "__pycache__" {
        walk?.skipDescendants()
      } else if isText(url), let text = try? String(contentsOf: url, encoding: .utf8) {
        files.append(HouseFile(path: path, text: text))
      }
    }
    return files
  }()

  static let swift = files.filter { $0.path.hasSuffix(".swift") }
  static let sources = swift.filter { $0.path.hasPrefix("Sources/") }
  static let tests = swift.filter { $0.path.hasPrefix("Tests/") }

  private static let leftOut: Set<String> = [
    ".build", ".git", ".hypothesis", ".tools", ".venv", ".swiftpm", "data", "Package.resolved",
    "Benchmarks/results", "Tests/Browser/screenshots", "LICENSE",
  ]

  private static let textEndings: Set<String> = [
    "swift", "md", "sh", "py", "txt", "json", "css", "js", "svg", "mustache", "html", "csv",
    "service", "modulemap", "h",
  ]

  private static func isText(_ url: URL) -> Bool {
    let isFolder = (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true
    return !isFolder && (url.pathExtension.isEmpty || textEndings.contains(url.pathExtension))
  }

  private static func relative(_ url: URL) -> String {
    let root = root.standardizedFileURL.path
    return String(url.standardizedFileURL.path.dropFirst(root.count).drop { $0 == "/" })
  }
}
