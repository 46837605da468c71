import Access
package import ArgumentParser
import Foundation
package import Kernel

/// How a command that measures a file says what it found: a table, JSON, a page.
package struct ReportOptions: ParsableArguments {
  @Option(help: "Also write a page that needs nothing else to this file.")
  package var html: String?

  @Option(help: "The language of that page: en, vi or fa.")
  package var language = Language.english.rawValue

  @Flag(help: "Print JSON.")
  package var json = false

  package init() {}

  /// - Throws: `WrongUsage` for a language that the house does not speak.
  package func spoken() throws(WrongUsage) -> Language {
    guard let spoken = Language(tag: language) else {
      throw WrongUsage(reason: "--language is en, vi or fa, not “\(language)”")
    }
    return spoken
  }

  /// Writes the page where one is asked for, then prints the figures.
  ///
  /// - Throws: `ExitCode` when the page cannot be written.
  package func deliver(_ figures: JSON, _ reports: (Language) -> [FigureReport]) throws {
    try deliver(
      figures,
      text: { reports(.english).map(\.text).joined(separator: "\n") },
      page: { FigureReportPage.document(reports($0), in: $0) }
    )
  }

  /// The same for figures that have a table and a page of their own.
  package func deliver(_ figures: JSON, text: () -> String, page: (Language) -> String) throws {
    if let html {
      let page = page(try spoken())
      do {
        try Data(page.utf8).write(to: URL(filePath: html), options: .atomic)
      } catch {
        throw FileRefusal.because(
          "\(html): the page cannot be written (\(error.localizedDescription))"
        )
      }
    }
    CommandText.write(json ? figures.serialized() + "\n" : text())
  }
}
