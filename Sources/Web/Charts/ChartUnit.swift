package import Kernel

/// What the numbers of a picture count, so that ends, ticks and tables write them alike.
package enum ChartUnit: Hashable, Sendable {
  case plain

  /// Of a hundred.
  case percent

  package func text(_ value: Double, places: Int, in language: Language) -> String {
    switch self {
    case .plain: NumberText.decimal(value, places: places, in: language)
    case .percent: NumberText.share(value, places: places, in: language)
    }
  }

  func cell(_ value: Double?, places: Int, in language: Language) -> ChartTable.Cell {
    guard let value else { return .missing }
    return .number(value, shown: text(value, places: places, in: language))
  }
}
