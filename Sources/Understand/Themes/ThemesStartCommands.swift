import Access
import ArgumentParser
import CXText
import Measure

/// `touchstone themes start SECTOR --to OUT`.
struct ThemesStartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "Write a starter set of themes to a file, to be changed as you like.",
    discussion: """
      EXAMPLE:
        touchstone themes start hospitality --to themes.json
      """
  )

  @Argument(help: "retail, hospitality, banking, health, telecom or education.")
  var sector: String

  @Option(help: "Where to write the themes.")
  var to: String

  func run() throws {
    do {
      let set = try ThemesMeasureCommand.starter(sector)
      try ThemesOnDisk.write(set, to: to)
      CommandText.write("\(set.themes.count) themes in three languages. Written to \(to).\n")
    } catch {
      throw ModelFile.telling(error)
    }
  }
}
