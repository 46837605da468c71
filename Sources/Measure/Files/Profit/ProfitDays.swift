import Kernel
import Tabular

/// The dates of a file, and what they say of their order.
struct ProfitDays {
  /// Nil where the file has no dates.
  private let column: Int?
  private let dates: DateReader
  private var evidence = DateOrderEvidence()

  init(column: Int?, pattern: DatePattern?) {
    self.column = column
    dates = DateReader(pattern: pattern)
  }

  /// Nil for what is no date at all.
  mutating func day(of reader: borrowing TabularReader) -> UnsettledDay? {
    guard let column else { return nil }
    let text = reader.text(column)
    let reading = dates.reading(of: text.plainFieldBytes)
    evidence.take(reading, DateOrderEvidence.Witness(line: reader.line, text: text))
    return UnsettledDay(reading)
  }

  /// - Throws: `WrongUsage` when no row, or rows against each other, show it.
  func order() throws(WrongUsage) -> DateOrderEvidence.Order {
    do throws(DateOrderUnclear) {
      return try evidence.order()
    } catch {
      throw WrongUsage(reason: error.reason)
    }
  }

  /// How the order was found.
  var remark: String? { evidence.remark }
}
