import Access
package import ArgumentParser
import CXMetrics

/// `touchstone csat FILE`: customer satisfaction straight from a file.
package struct CSATCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "csat",
    abstract: "Customer satisfaction from a CSV or TSV file: the share of the two highest answers.",
    discussion: """
      EXAMPLE:
        touchstone csat answers.csv --score satisfied --scale 1-5 --by branch
      """
  )

  @Argument(help: "The file: CSV or TSV with a header, plain or gzip; - for standard input.")
  var file: String

  @Option(help: "The column with the answers.")
  var score: String

  @Option(help: "A column to group by.")
  var by: String?

  @Option(help: "The scale of the answers, of three points at least.")
  var scale = "1-5"

  @OptionGroup var options: AnswerFileOptions

  package init() {}

  package func run() throws {
    try options.deliver { confidence in
      let scale = try ScoreScale(typed: scale)
      // Of two points, the two highest are all.
      guard scale.points > 2 else {
        throw WrongUsage(reason: "on a scale of two points everyone gives one of the two highest")
      }
      let figures = try ScaleFile(
        file,
        .satisfaction,
        score: score,
        grouping: by,
        scale: scale,
        confidence: confidence
      )
      AnswerFileOptions.sayLeftOut(figures.rows)
      return figures.measured
    }
  }
}

/// `touchstone ces FILE`: customer effort straight from a file.
package struct CESCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "ces",
    abstract: "Customer effort from a CSV or TSV file: the share that found it easy.",
    discussion: """
      Answers from 1 to 7, how far customers agree that it was made easy for them; 7 is easiest. \
      The older question, where 1 is least effort, is another measure and is not read here.

      EXAMPLE:
        touchstone ces answers.csv --score easy --by channel
      """
  )

  @Argument(help: "The file: CSV or TSV with a header, plain or gzip; - for standard input.")
  var file: String

  @Option(help: "The column with the answers.")
  var score: String

  @Option(help: "A column to group by.")
  var by: String?

  @OptionGroup var options: AnswerFileOptions

  package init() {}

  package func run() throws {
    try options.deliver { confidence in
      let figures = try ScaleFile(
        file,
        .effort,
        score: score,
        grouping: by,
        scale: EffortScale.agreement.scores,
        confidence: confidence
      )
      AnswerFileOptions.sayLeftOut(figures.rows)
      return figures.measured
    }
  }
}
