import Foundation
import Testing

/// The comments above the public types of a folder of sources, by the type's name.
struct SourceComments {
  private(set) var byType: [String: String] = [:]
  private(set) var typesWithExamples: Set<String> = []

  init(folder: URL) throws {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    for case let file as URL in try #require(files) where file.pathExtension == "swift" {
      read(try String(contentsOf: file, encoding: .utf8))
    }
  }

  private mutating func read(_ source: String) {
    var comment: [Substring] = []
    var type = ""
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("///") {
        comment.append(line.dropFirst(line.hasPrefix("/// ") ? 4 : 3))
        continue
      }
      if let match = line.prefixMatch(of: /public (?:struct|enum|final class) (\w+)/) {
        type = String(match.1)
        byType[type] = comment.joined(separator: "\n")
      } else if let match = line.prefixMatch(of: /extension (\w+)/) {
        type = String(match.1)
      }
      if line.contains("public static let examples: [MetricExample]") {
        typesWithExamples.insert(type)
      }
      comment = []
    }
  }
}
