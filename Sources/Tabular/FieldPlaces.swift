/// Where the fields of a window's usable records lie, and how a whole column of them is read.
struct FieldPlaces: Sendable {
  let columnCount: Int

  /// For each record, the place of its first field in the window's list of field ends.
  var firsts: [UInt32] = []

  init(columnCount: Int) { self.columnCount = columnCount }

  /// A field as written, the line break left out.
  @inline(__always)
  func range(_ first: UInt32, _ column: Int, _ window: borrowing RecordWindow) -> Range<Int> {
    let field = Int(first) + column
    let start = window.fieldStart(field)
    var end = Int(window.index.fieldEnds[field])
    if column + 1 == columnCount && end > start && window.bytes[end - 1] == .carriageReturn
      && window.bytes[end] == .lineFeed
    {
      end -= 1
    }
    // In order, since `fieldEnds` ascends.
    return unsafe Range(uncheckedBounds: (start, end))
  }

  func readIntegers(_ column: Int, _ window: borrowing RecordWindow, into numbers: inout [Int8]) {
    let bytes = window.bytes.span
    numbers.removeAll(keepingCapacity: true)
    for first in firsts {
      numbers.append(FieldNumbers.smallInteger(in: bytes, range(first, column, window)))
    }
  }

  func readDecimals(_ column: Int, _ window: borrowing RecordWindow, into numbers: inout [Double]) {
    let bytes = window.bytes.span
    numbers.removeAll(keepingCapacity: true)
    for first in firsts {
      numbers.append(FieldNumbers.decimal(in: bytes, range(first, column, window)))
    }
  }

  func readDates(
    _ date: ColumnChoice.Date,
    _ window: borrowing RecordWindow,
    into dates: inout [DateReading]
  ) {
    let bytes = window.bytes.span
    dates.removeAll(keepingCapacity: true)
    for first in firsts {
      dates.append(date.reader.reading(in: bytes, range(first, date.column, window)))
    }
  }

  func readValues(
    _ column: Int,
    _ window: borrowing RecordWindow,
    _ dictionary: inout ValueDictionary,
    into numbers: inout [UInt32]
  ) {
    let bytes = window.bytes.span
    numbers.removeAll(keepingCapacity: true)
    for first in firsts {
      let field = range(first, column, window)
      let inner = FieldText.withoutQuotes(in: bytes, field)
      if inner.count != field.count && FieldText.hasQuote(in: bytes, inner) {
        numbers.append(dictionary.number(of: FieldText.string(in: bytes, field)))
      } else {
        numbers.append(dictionary.number(of: inner, in: unsafe bytes.bytes))
      }
    }
  }
}
