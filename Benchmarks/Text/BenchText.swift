import CXText
import Dispatch
import Foundation

/// What ``Benchmarks/text.py`` asks of CXText, one thing a run:
///
/// - `learn TRAIN RUNS` learns; `judge TRAIN TEST ANSWERS` learns and writes an answer a line;
/// - `classify TRAIN COMMENTS RUNS` judges comments on all cores;
/// - `stream TRAIN` judges comments from standard input, one a line;
/// - `discover COMMENTS RUNS` finds what is new in comments, `language COMMENTS WORDS` guesses.
///
/// TRAIN and TEST have a line a comment: its labels with “;” between them, a tab, and the comment.
/// Prints one JSON object; times are taken inside this process.
@main
struct BenchText {
  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("learn", 3): try learn(arguments[1], runs: Int(arguments[2]) ?? 1)
    case ("judge", 4): try judge(arguments[1], arguments[2], answers: arguments[3])
    case ("classify", 4): try classify(arguments[1], arguments[2], runs: Int(arguments[3]) ?? 1)
    case ("stream", 2): try stream(arguments[1])
    case ("discover", 3): try await discover(arguments[1], runs: Int(arguments[2]) ?? 1)
    case ("language", 3): try guess(arguments[1], words: Int(arguments[2]) ?? 10)
    default: throw Wrong(reason: "see the head of BenchText.swift for what can be asked")
    }
  }

  struct Wrong: Error, CustomStringConvertible {
    let reason: String
    var description: String { reason }
  }

  private static func learn(_ path: String, runs: Int) throws {
    let comments = try CommentLines(path).labelled()
    var times: [Double] = []
    var model = try timed(&times) { try TextModel(learning: comments) }
    for _ in 1..<max(1, runs) { model = try timed(&times) { try TextModel(learning: comments) } }
    tell(["milliseconds": "\(times.sorted())", "bytes": "\(model.file.count)"])
  }

  /// The recipe chosen is told too, and the quality that the model measured on its own examples.
  private static func judge(_ path: String, _ test: String, answers: String) throws {
    let comments = try CommentLines(path).labelled()
    var times: [Double] = []
    let model = try timed(&times) { try TextModel(learning: comments) }
    var classifier = TextClassifier(model)
    let lines = try CommentLines(test).comments.map { comment in
      let places = model.labels(of: classifier.probabilities(of: comment.text))
      return places.map { model.labels[$0] }.joined(separator: ";")
    }
    try lines.joined(separator: "\n").write(toFile: answers, atomically: true, encoding: .utf8)
    let recipe = model.recipe
    tell([
      "milliseconds": "\(times)", "bytes": "\(model.file.count)", "words": "\(recipe.wordsMost)",
      "opinions": "\(recipe.marksOpinions)", "characters": "\(recipe.charactersMost)",
      "measured": "\(model.quality.microF1)",
    ])
  }

  private static func classify(_ path: String, _ test: String, runs: Int) throws {
    let model = try TextModel(learning: try CommentLines(path).labelled())
    let comments = try CommentLines(test).comments.map { Array($0.text.utf8) }
    let parts = ProcessInfo.processInfo.activeProcessorCount
    let prepared = TextClassifier(model)
    var times: [Double] = []
    for _ in 0..<max(1, runs) {
      timed(&times) {
        DispatchQueue.concurrentPerform(iterations: parts) { part in
          var classifier = prepared
          for row in stride(from: part, to: comments.count, by: parts) {
            let comment = comments[row]
            let probabilities = classifier.probabilities(of: comment.span)
            _ = model.labels(of: probabilities)
          }
        }
      }
    }
    tell(["milliseconds": "\(times.sorted())", "comments": "\(comments.count)"])
  }

  private static func stream(_ path: String) throws {
    let model = try TextModel(learning: try CommentLines(path).labelled())
    var classifier = TextClassifier(model)
    var (count, labels) = (0, Array(repeating: 0, count: model.labels.count))
    while let line = readLine() {
      count += 1
      for label in model.labels(of: classifier.probabilities(of: line)) { labels[label] += 1 }
    }
    tell(["comments": "\(count)", "labels": "\(labels)"])
  }

  /// Every fourth comment is a detractor’s, the rest promoters’; nine weeks.
  private static func discover(_ path: String, runs: Int) async throws {
    let comments = try CommentLines(path).comments.map(\.text)
    var context = CommentDiscovery.Context()
    for row in comments.indices {
      context.sides.append(row % 4 == 0 ? .asked : .other)
      context.periods.append(row * 9 / max(1, comments.count))
      context.scores.append(row % 4 == 0 ? 3 : 9)
    }
    var times: [Double] = []
    var groups = 0
    for _ in 0..<max(1, runs) {
      let start = ContinuousClock.now
      let found = try await CommentDiscovery.finding(in: comments, context: context)
      times.append(milliseconds(since: start))
      groups = found.duplicates.groups.count
    }
    tell([
      "milliseconds": "\(times.sorted())", "comments": "\(comments.count)",
      "groups": "\(groups)",
    ])
  }

  /// The label of each comment is its language.
  private static func guess(_ path: String, words: Int) throws {
    var (right, count) = (0, 0)
    for comment in try CommentLines(path).comments {
      let all = comment.text.split(separator: " ").filter { $0.contains(where: \.isLetter) }
      guard all.count >= words else { continue }
      count += 1
      let guess = LanguageGuess(of: all.prefix(words).joined(separator: " "))
      if [guess.language.rawValue] == comment.labels { right += 1 }
    }
    tell(["comments": "\(count)", "right": "\(right)"])
  }

  private static func timed<Value>(
    _ times: inout [Double],
    _ work: () throws -> Value
  ) rethrows -> Value {
    let start = ContinuousClock.now
    let value = try work()
    times.append(milliseconds(since: start))
    return value
  }

  private static func milliseconds(since start: ContinuousClock.Instant) -> Double {
    let elapsed = (ContinuousClock.now - start).components
    return Double(elapsed.seconds) * 1000 + Double(elapsed.attoseconds) / 1e15
  }

  private static func tell(_ report: KeyValuePairs<String, String>) {
    print("{" + report.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}")
  }
}
