import Tabular

/// Lists the rows that a scan gives, in the file's order.
struct RowListing: ColumnTally {
  struct Row: Hashable, Sendable {
    var line: Int
    var values: [[UInt8]]
    var integers: [Int8]

    /// Their bit patterns, so that what is missing equals itself.
    var decimals: [UInt64]
    var date: DateReading?
  }

  private var rows: [Row] = []

  mutating func take(
    _ decoder: borrowing ColumnDecoder,
    of window: borrowing RecordWindow,
    _ rejections: inout Rejections
  ) {
    let batch = decoder.batch
    var lines = LineCursor()
    for row in 0..<batch.count {
      let values = batch.values.enumerated().map { place, numbers in
        Array(decoder.dictionaries[place].value(Int(numbers[row])).utf8)
      }
      rows.append(
        Row(
          line: lines.line(of: Int(batch.records[row]), in: window),
          values: values,
          integers: batch.integers.map { $0[row] },
          decimals: batch.decimals.map { $0[row].bitPattern },
          date: batch.dates.isEmpty ? nil : batch.dates[row]
        )
      )
    }
  }

  mutating func part(_ decoder: borrowing ColumnDecoder) -> [Row] {
    defer { rows = [] }
    return rows
  }

  static func merge(_ part: [Row], linesBefore: Int, into whole: inout [Row]) {
    for var row in part {
      row.line += linesBefore
      whole.append(row)
    }
  }
}
