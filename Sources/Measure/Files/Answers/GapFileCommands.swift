import Access
package import ArgumentParser
import CXMetrics
import Kernel

/// `touchstone servqual FILE`: the gaps between what customers expect and what they get.
package struct ServqualCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "servqual",
    abstract: "Service quality gaps from expectations and perceptions in a file.",
    discussion: """
      The file has two columns for each item, E1 and P1, E2 and P2 and so on, answered from 1 to \
      7. SERVQUAL's 22 items belong to its five dimensions; another questionnaire says with --map \
      which items belong together.

      EXAMPLE:
        touchstone servqual answers.csv --points w1,w2,w3,w4,w5
        touchstone servqual kiosk.csv --map reliability=1-3 --map tangibles=22-24
      """
  )

  @Argument(help: "The file: CSV or TSV with a header, plain or gzip; - for standard input.")
  var file: String

  @Option(help: "DIMENSION=ITEMS, such as reliability=5-9; once for each dimension.")
  var map: [String] = []

  @Option(help: "DIMENSION=POINTS,…: weights of those who gave no points of their own.")
  var weights: String?

  @Option(help: "Columns with the hundred points of each respondent, in the dimensions' order.")
  var points: String?

  @Option(help: "Items that are worded negatively, such as 10-13,18-22.")
  var reverse: String?

  @Option(help: "What stands before an item's number in the columns of expectations.")
  var expectation = "E"

  @Option(help: "What stands before an item's number in the columns of perceptions.")
  var perception = "P"

  @Option(help: "The scale of all answers.")
  var scale = "1-7"

  @OptionGroup var options: AnswerFileOptions

  package init() {}

  package func run() throws {
    try options.deliver { confidence in
      let figures = try GapFile(file, question(confidence))
      AnswerFileOptions.sayLeftOut(figures.rows)
      return figures.measured
    }
  }

  private func question(_ confidence: Confidence) throws -> GapQuestion {
    var question = GapQuestion()
    question.confidence = confidence
    question.expectation = expectation
    question.perception = perception
    question.dimensions = try map.map {
      let (name, items) = try TypedList.named($0)
      return (name, try TypedList.numbers(items))
    }
    question.weights = try TypedList.names(weights ?? "").map {
      let (name, points) = try TypedList.named($0)
      guard let points = Double(points) else {
        throw WrongUsage(reason: "--weights “\($0)” gives no number")
      }
      return (name, points)
    }
    question.points = TypedList.names(points ?? "")
    question.negativeItems = Set(try TypedList.numbers(reverse ?? ""))
    question.scale = try ScoreScale(typed: scale)
    return question
  }
}

extension ScoreScale {
  /// - Throws: `WrongUsage` for what is no scale of at most eleven points.
  init(typed text: String) throws(WrongUsage) {
    let ends = text.split(separator: "-").compactMap { Int($0) }
    guard ends.count == 2, let scale = try? ScoreScale(ends[0], ends[1]),
      scale.points <= ScoreScale.pointsMax
    else { throw WrongUsage(reason: "--scale “\(text)” is no scale such as 1-7") }
    self = scale
  }
}
