import CXMetrics
import Kernel
import Tabular

/// Which numbers of a file are meant: columns by their names, or the rows of a long table.
struct NamedNumbers: Sendable {
  let names: [String]

  /// Nil where each name is a column.
  var long: LongTable?

  /// Numbers off it are left out and counted; nil takes every number.
  var scale: ScoreScale?

  /// A file with a row for each value: whose it is, which measure, and the value.
  struct LongTable: Sendable {
    /// Together they say whose values belong in one row, such as a year and a state.
    let units: [String]
    let measure: String
    let value: String
  }

  /// Each name a column, every number taken.
  init(columns names: [String]) { self.names = names }

  /// - Throws: `WrongUsage` unless all three parts of a long table are named, or none.
  init(
    _ names: [String],
    unit: String? = nil,
    measure: String? = nil,
    value: String? = nil,
    scale: String? = nil
  ) throws(WrongUsage) {
    self.init(columns: names)
    if let scale { self.scale = try ScoreScale(typed: scale) }
    switch (unit, measure, value) {
    case (nil, nil, nil): break
    case (let unit?, let measure?, let value?):
      long = LongTable(units: TypedList.names(unit), measure: measure, value: value)
    default:
      throw WrongUsage(
        reason: "a file with a row for each value takes --unit, --measure and --value together"
      )
    }
  }

  /// Reads the numbers of each respondent, or of each unit, in the order of the names.
  ///
  /// - Parameter take: what is missing, no number or off the scale is nil.
  /// - Returns: what was read, and how many cells are no number or off the scale.
  func read(
    _ path: String,
    take: ([Double?]) throws -> Void
  ) throws -> (rows: AnswerRows, illegible: Int) {
    if let long { return try read(path, long, take) }
    var illegible = 0
    let rows = try AnswerRows(path) { header in
      try names.map { try header.column(named: $0) }
    } take: { cells in
      let legible = cells.map(kept)
      for (cell, number) in zip(cells, legible) where cell != nil && number == nil {
        illegible += 1
      }
      try take(legible)
    }
    return (rows, illegible)
  }

  private func kept(_ number: Double?) -> Double? {
    guard let number, !number.isNaN, scale?.contains(number) != false else { return nil }
    return number
  }

  /// Units keep the order in which the file names them first; all are held until its end.
  private func read(
    _ path: String,
    _ long: LongTable,
    _ take: ([Double?]) throws -> Void
  ) throws -> (rows: AnswerRows, illegible: Int) {
    var places: [[String]: Int] = [:]
    var units: [[Double?]] = []
    var found: Set<String> = []
    var illegible = 0
    let columns = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { $1 })
    let rows = try AnswerRows(path) { header in
      try (long.units + [long.measure, long.value]).map { try header.column(named: $0) }
    } takeTexts: { cells in
      let name = cells[cells.count - 2]
      found.insert(name)
      guard let column = columns[name] else { return }
      let unit = Array(cells.dropLast(2))
      let place = places[unit] ?? units.count
      if place == units.count {
        places[unit] = place
        units.append(Array(repeating: nil, count: names.count))
      }
      guard units[place][column] == nil else { throw SecondValue(unit: unit, name: name) }
      let cell = AnswerRows.number(cells[cells.count - 1])
      units[place][column] = kept(cell)
      if cell != nil && units[place][column] == nil { illegible += 1 }
    }
    if let absent = names.first(where: { !found.contains($0) }) {
      throw WrongUsage(reason: Self.absence(of: absent, in: long.measure, found))
    }
    for unit in units { try take(unit) }
    return (rows, illegible)
  }

  private static func absence(of name: String, in column: String, _ found: Set<String>) -> String {
    let saidMax = 20
    let said = found.sorted().prefix(saidMax).joined(separator: ", ")
    let more = found.count > saidMax ? " and \(found.count - saidMax) more" : ""
    return "no row has “\(name)” in the column “\(column)”; there are: \(said)\(more)"
  }

  /// The first of two values stands; the line with the second is reported.
  struct SecondValue: Error, CustomStringConvertible {
    let unit: [String]
    let name: String

    var description: String {
      "a second value of \(name) for \(unit.joined(separator: ", ")); the first one counts"
    }
  }
}

extension ScoreScale {
  fileprivate func contains(_ number: Double) -> Bool {
    number >= Double(lowest) && number <= Double(highest)
  }
}
