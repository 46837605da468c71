import Access
package import ArgumentParser
import CXMetrics

/// `touchstone alpha FILE --items COLS`: whether the items of a scale agree.
package struct AlphaCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "alpha",
    abstract: "Cronbach's alpha of the items of a scale.",
    discussion: """
      Rows that lack an answer to any of the items are left out.

      EXAMPLE:
        touchstone alpha answers.csv --items IMAG1,IMAG2,IMAG3,IMAG4,IMAG5
      """
  )

  @Argument(help: "The file: CSV or TSV with a header, plain or gzip; - for standard input.")
  var file: String

  @Option(help: "The columns of the scale, with commas between them.")
  var items: String

  @OptionGroup var table: NamedNumberOptions
  @OptionGroup var options: AnswerFileOptions

  package init() {}

  package func run() throws {
    try options.deliver { confidence in
      let figures = try AlphaFile(
        file,
        table.numbers(TypedList.names(items)),
        confidence: confidence
      )
      AnswerFileOptions.sayLeftOut(figures.rows)
      return figures.measured
    }
  }
}
