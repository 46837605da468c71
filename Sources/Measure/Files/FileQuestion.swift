import CXMetrics
import Kernel
import Tabular

/// What is asked of a file of answers: which columns hold what, and how to group them.
struct FileQuestion: Hashable, Sendable {
  /// The column with the answers.
  var score: String

  /// Columns whose values make the groups; several are crossed.
  var groupings: [String] = []

  var dates: Dates?

  /// Only rows that have, in each named column, one of the values named with it.
  var conditions: [Condition] = []

  /// The column with the weight of each row.
  var weight: String?

  var scale = RecommendScale.zeroToTen
  var confidence = Confidence.standard

  init(score: String) { self.score = score }

  /// A column of dates and the stretches of the calendar that make the groups.
  struct Dates: Hashable, Sendable {
    let column: String
    let unit: CalendarUnit

    /// Nil when the file is to show by itself how its dates are written.
    let pattern: DatePattern?
  }

  struct Condition: Hashable, Sendable {
    let column: String
    let value: String
  }
}

extension FileQuestion {
  /// The same by places in a header; a column that is not there is refused.
  func choice(in header: Header) throws(Header.UnknownColumn) -> ColumnChoice {
    var choice = ColumnChoice()
    choice.integers = [try header.column(named: score)]
    for name in groupings { choice.values.append(try header.column(named: name)) }
    if let dates {
      choice.date = ColumnChoice.Date(
        column: try header.column(named: dates.column),
        reader: DateReader(pattern: dates.pattern)
      )
    }
    if let weight { choice.decimals = [try header.column(named: weight)] }
    for (name, conditions) in Dictionary(grouping: conditions, by: \.column) {
      choice.conditions.append(
        ColumnChoice.Condition(
          column: try header.column(named: name),
          accepted: Set(conditions.map(\.value))
        )
      )
    }
    return choice
  }
}
