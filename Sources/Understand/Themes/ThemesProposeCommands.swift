import Access
import ArgumentParser
import CXText
import Foundation
import Kernel
import Measure
import Tabular

/// `touchstone themes propose FILE --themes THEMES --theme ID --to OUT`.
struct ThemesProposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose",
    abstract: "List the comments whose judging teaches most about a theme.",
    discussion: """
      Writes a CSV with a column “about” to fill in: yes or no. “touchstone themes learn” reads it.

      EXAMPLE:
        touchstone themes propose comments.csv --themes themes.json --theme staff --to judge.csv
      """
  )

  @Argument(help: "The file: CSV or TSV with a header, plain or gzip; - for standard input.")
  var file: String

  @Option(help: "The column of comments; found by its name without it.")
  var text: String?

  @Option(help: "The file of themes.")
  var themes: String

  @Option(help: "The id of the theme.")
  var theme: String

  @Option(help: "How many comments to list, 1 to 500.")
  var limit = 20

  @Option(help: "Where to write the CSV; standard output without it.")
  var to: String?

  func validate() throws {
    guard (1...500).contains(limit) else {
      throw ValidationError("--limit is a whole number from 1 to 500")
    }
  }

  func run() throws {
    do {
      let set = try ThemesOnDisk.read(themes)
      try ThemesOnDisk.check(theme, in: set)
      var question = ThemesQuestion()
      question.text = text
      let comments = try ThemesFile(file, question)
      comments.rejections.say(remarks: comments.remarks)
      let judged = set.themes.filter { $0.id == theme }.flatMap(\.examples.values)
      let known = Set(judged.joined())
      let decided = comments.texts.indices.filter { known.contains(comments.texts[$0]) }
      let proposals = ThemeModel(themes: set.themes, comments: comments.texts).proposals(
        for: theme,
        in: comments.texts,
        limit: limit,
        decided: Set(decided)
      )
      try LabelledOutput.write(to: to) { take in try take(Self.bytes(proposals, comments.texts)) }
    } catch {
      throw ModelFile.telling(error)
    }
  }

  private static func bytes(_ proposals: [ThemeProposal], _ texts: [String]) -> [UInt8] {
    var bytes = CSVLine.byteOrderMark
    let names = ["comment", "probability", "words", "about"]
    CSVLine.append(names.map { OutputCell.text($0) }, to: &bytes)
    for proposal in proposals {
      let cells: [OutputCell] = [
        .text(texts[proposal.comment]), .text(String(format: "%.2f", proposal.probability)),
        .text(proposal.words.prefix(5).map(\.text).joined(separator: " ")), .empty,
      ]
      CSVLine.append(cells, to: &bytes)
    }
    return bytes
  }
}
