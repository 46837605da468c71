/// Turns windows of records into columns of numbers; each thread of a scan has its own.
package struct ColumnDecoder: Sendable {
  private let choice: ColumnChoice
  private let columnCount: Int

  private var fields: FieldPlaces

  package private(set) var batch = ColumnBatch()

  /// For each of the choice's `values`, the values by number.
  package private(set) var dictionaries: [ValueDictionary]

  init(_ choice: ColumnChoice, columnCount: Int) {
    self.choice = choice
    self.columnCount = columnCount
    fields = FieldPlaces(columnCount: columnCount)
    dictionaries = choice.values.map { _ in ValueDictionary() }
    batch.integers = choice.integers.map { _ in [] }
    batch.values = choice.values.map { _ in [] }
    batch.decimals = choice.decimals.map { _ in [] }
  }

  /// Decodes the chosen columns; returns the records seen, blank lines left out.
  mutating func decode(_ window: borrowing RecordWindow, _ rejections: inout Rejections) -> Int {
    let blank = chooseRecords(window, &rejections)
    for condition in choice.conditions { keep(condition, window) }
    for (place, column) in choice.integers.enumerated() {
      fields.readIntegers(column, window, into: &batch.integers[place])
    }
    for (place, column) in choice.values.enumerated() {
      fields.readValues(column, window, &dictionaries[place], into: &batch.values[place])
    }
    for (place, column) in choice.decimals.enumerated() {
      fields.readDecimals(column, window, into: &batch.decimals[place])
    }
    if let date = choice.date { fields.readDates(date, window, into: &batch.dates) }
    return window.recordCount - blank
  }

  /// What is wrong with a dictionary that has outgrown its limits; nil when nothing is.
  func overflow(names: [String]) -> String? {
    let (most, longest, kind) =
      choice.hasKeys
      ? (TabularLimits.keysMax, TabularLimits.keyBytesMax, "key")
      : (TabularLimits.valuesMax, TabularLimits.valueBytesMax, "value")
    for (column, dictionary) in zip(choice.values, dictionaries) {
      if dictionary.count > most {
        return "column “\(names[column])” has more than \(most) different values (\(kind)sMax); "
          + "group by a column with fewer"
      }
      if dictionary.byteCount > longest {
        return "the values of column “\(names[column])” are longer than \(longest) bytes "
          + "(\(kind)BytesMax); group by a shorter one"
      }
    }
    return nil
  }

  /// Returns the number of blank lines.
  private mutating func chooseRecords(
    _ window: borrowing RecordWindow,
    _ rejections: inout Rejections
  ) -> Int {
    batch.records.removeAll(keepingCapacity: true)
    fields.firsts.removeAll(keepingCapacity: true)
    let isClean =
      window.index.faults.isEmpty && !window.index.hasNUL
      && window.filled <= TabularLimits.fieldBytesMax
    var lines = LineCursor()
    var blank = 0
    var first: UInt32 = 0
    for record in 0..<window.recordCount {
      let end = window.index.recordEnds[record]
      defer { first = end }
      if isClean && Int(end &- first) == columnCount && columnCount > 1 {
        batch.records.append(UInt32(truncatingIfNeeded: record))
        fields.firsts.append(first)
      } else if window.isBlank(record) {
        blank += 1
      } else if let fault = window.fault(of: record, columns: columnCount) {
        rejections.add(line: lines.line(of: record, in: window), reason: fault)
      } else {
        batch.records.append(UInt32(truncatingIfNeeded: record))
        fields.firsts.append(first)
      }
    }
    return blank
  }

  /// Keeps only the records that meet a condition.
  private mutating func keep(
    _ condition: ColumnChoice.Condition,
    _ window: borrowing RecordWindow
  ) {
    let accepted = condition.accepted.map { Array($0.utf8) }
    let bytes = window.bytes.span
    var kept = 0
    for place in fields.firsts.indices {
      let first = fields.firsts[place]
      let field = fields.range(first, condition.column, window)
      guard accepted.contains(where: { FieldText.says($0, in: bytes, field) }) else { continue }
      fields.firsts[kept] = first
      batch.records[kept] = batch.records[place]
      kept += 1
    }
    fields.firsts.removeLast(fields.firsts.count - kept)
    batch.records.removeLast(batch.records.count - kept)
  }
}

extension ColumnDecoder {
  /// The date of a row of the batch, as it is written; empty when no date was asked for.
  package func dateText(ofRow row: Int, in window: borrowing RecordWindow) -> String {
    guard let date = choice.date else { return "" }
    return window.text(date.column, of: Int(batch.records[row]))
  }
}
