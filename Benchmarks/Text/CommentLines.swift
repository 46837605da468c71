import CXText
import Foundation

/// Comments of a file, a line each: labels with “;” between them, a tab, the comment.
struct CommentLines {
  private(set) var comments: [(labels: [String], text: String)] = []

  init(_ path: String) throws {
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let cells = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      guard cells.count == 2 else {
        throw BenchText.Wrong(reason: "“\(line.prefix(60))” is not labels, a tab and a comment")
      }
      let labels = cells[0].split(separator: ";").map(String.init)
      comments.append((labels, String(cells[1])))
    }
  }

  /// With many labels a comment where any has none or several.
  func labelled() throws -> LabelledComments {
    let isMany = comments.contains { $0.labels.count != 1 }
    let labels = Set(comments.flatMap(\.labels)).sorted()
    var found = try LabelledComments(labels: labels, isMany ? .many : .one)
    for comment in comments { try found.add(comment.text, labels: comment.labels) }
    return found
  }
}
