import Kernel

/// A table as a file: numbers in full with a point, whatever the language.
extension ChartTable {
  package var csv: String {
    CSVText.file([columns.map(\.title)] + rows.map { $0.map(\.inFile) })
  }
}

extension ChartTable.Cell {
  fileprivate var inFile: String {
    switch self {
    case .text(let text): text
    case .number(let value, _):
      value.rounded() == value && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
    case .missing: ""
    }
  }
}
