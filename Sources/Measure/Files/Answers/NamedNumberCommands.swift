import ArgumentParser

/// How commands over several columns find their numbers.
struct NamedNumberOptions: ParsableArguments {
  @Option(help: "The scale of all answers, such as 1-5; numbers off it are left out and counted.")
  var scale: String?

  @Option(
    help: """
      Where a file has a row for each value: the columns that say whose it is, with commas between \
      them.
      """
  )
  var unit: String?

  @Option(help: "There: the column that holds the names that are columns elsewhere.")
  var measure: String?

  @Option(help: "There: the column that holds the numbers.")
  var value: String?

  func numbers(_ names: [String]) throws(WrongUsage) -> NamedNumbers {
    try NamedNumbers(names, unit: unit, measure: measure, value: value, scale: scale)
  }
}
