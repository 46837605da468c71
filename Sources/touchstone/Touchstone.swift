import Access
import ArgumentParser
import Facts
import Listen
import Measure
import Storage
import Understand

/// The one binary: a server, and a calculator for files.
struct Touchstone: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "touchstone",
    abstract: "Customer experience, measured honestly, on your own machine.",
    discussion: """
      touchstone report answers.csv purchases.csv --html month.html   what files hold, on one page
      touchstone nps answers.csv --score rating --by branch           net promoter scores of a file
      touchstone serve                                                the server

      Of files of answers also csat, ces, servqual, alpha and drivers; of files of purchases \
      loyalty, vulnerability and profit; of figures you have already, compute. Each says more with \
      --help.
      """,
    version: version,
    subcommands: [
      ServeCommand.self, SurveyCommand.self, UserCommand.self, TokenCommand.self,
      ImportCommand.self, DemoCommand.self, NPSCommand.self, CSATCommand.self,
      CESCommand.self, ServqualCommand.self, AlphaCommand.self, DriversCommand.self,
      LoyaltyCommand.self, VulnerabilityCommand.self, ProfitCommand.self,
      ReportFileCommand.self, ThemesCommand.self, TextCommand.self,
      ComputeCommand.self, BackupCommand.self, RestoreCommand.self,
      ErasureCommand.self, VerifyCommand.self,
    ]
  )

  /// The schema of all rooms, lower ones first.
  static let migrations =
    Access.migrations + FactSchema.migrations + Listen.migrations
}
