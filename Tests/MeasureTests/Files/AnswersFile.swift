import CXMetrics
import Foundation
import Kernel
import Tabular

@testable import Measure

/// A file of answers that is there as long as somebody holds it.
final class AnswersFile {
  let path: String

  init(_ text: String) throws {
    let name = "answers-\(UUID().uuidString).csv"
    path = FileManager.default.temporaryDirectory.appending(path: name).path
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func measure(_ question: FileQuestion, threads: Int = 1) async throws -> FileFigures {
    try await FileFigures.measure(TabularFile(path: path), question, threads: threads)
  }
}

extension FileQuestion {
  /// Asks the column `score`, changed as a test needs.
  static func asking(_ change: (inout FileQuestion) -> Void = { _ in }) -> FileQuestion {
    var question = FileQuestion(score: "score")
    change(&question)
    return question
  }
}
