import Access
package import ArgumentParser
import CXMetrics

/// `touchstone drivers FILE --outcome COL --drivers COLS`: what an outcome hangs on.
package struct DriversCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "drivers",
    abstract: "Key drivers of an outcome: relative weights and Shapley values.",
    discussion: """
      Rows that lack the outcome or a driver are left out. Intervals come from resampling rows by \
      a seed, so that the same file gives the same figures on every machine. Shapley values (LMG) \
      are computed of up to 20 drivers, relative weights of any number.

      EXAMPLES:
        touchstone drivers answers.csv --outcome overall --drivers price,staff,speed
        touchstone drivers wards.csv --unit ward,month --measure question --value share \
          --outcome overall --drivers nurses,doctors,quiet
      """
  )

  @Argument(help: "The file: CSV or TSV with a header, plain or gzip; - for standard input.")
  var file: String

  @Option(help: "The column to explain.")
  var outcome: String

  @Option(help: "The columns that may explain it, with commas between them.")
  var drivers: String

  @Option(help: "relative_weights, lmg or both.")
  var method = "both"

  @Option(help: "How many times rows are drawn for the intervals; 0 for none.")
  var resamples = KeyDriverIntervals.usualResamples

  @Option(help: "What decides the draws.")
  var seed = SeededGenerator.usualSeed

  @OptionGroup var table: NamedNumberOptions
  @OptionGroup var options: AnswerFileOptions

  package init() {}

  package func run() throws {
    try options.deliver { confidence in
      let names = [outcome] + TypedList.names(drivers)
      var question = DriverQuestion(try table.numbers(names))
      question.methods = try methods()
      guard (0...KeyDriverIntervals.resamplesMax).contains(resamples) else {
        throw WrongUsage(reason: "--resamples is 0 to \(KeyDriverIntervals.resamplesMax)")
      }
      question.resamples = resamples
      question.seed = seed
      question.confidence = confidence
      let figures = try DriverFile(file, question)
      AnswerFileOptions.sayLeftOut(figures.rows)
      return figures.measured
    }
  }

  private func methods() throws(WrongUsage) -> Set<KeyDrivers.Method> {
    if method == "both" { return Set(KeyDrivers.Method.allCases) }
    guard let one = KeyDrivers.Method(rawValue: method) else {
      throw WrongUsage(reason: "--method is relative_weights, lmg or both, not “\(method)”")
    }
    return [one]
  }
}
