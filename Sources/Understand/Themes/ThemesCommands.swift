package import ArgumentParser

/// `touchstone themes`: what comments speak of.
package struct ThemesCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "What comments speak of, how their writers feel about it, and what is new.",
    discussion: """
      EXAMPLES:
        touchstone themes comments.csv --text comment --score nps --date day --html themes.html
        touchstone themes propose comments.csv --themes themes.json --theme staff --to judge.csv
        touchstone themes learn judge.csv --themes themes.json --theme staff --to themes.json
      """,
    subcommands: [
      ThemesMeasureCommand.self, ThemesStartCommand.self, ThemesProposeCommand.self,
      ThemesLearnCommand.self,
    ],
    defaultSubcommand: ThemesMeasureCommand.self
  )

  package init() {}
}
