/// A run of whole records in memory, with the places where their fields end.
package struct RecordWindow {
  /// The text, followed by padding.
  var bytes: [UInt8] = []

  /// How much of `bytes` is text.
  var filled = 0

  var index = RecordIndex()

  /// Where `bytes` begins in the decoded text, in bytes of UTF-8.
  var offset = 0

  /// The physical line of the first record.
  var firstLine = 1

  package var recordCount: Int { index.recordEnds.count }

  /// Where the last whole record ends.
  var end: Int {
    index.recordEnds.last.map { min(Int(index.fieldEnds[Int($0) - 1]) + 1, filled) } ?? 0
  }

  /// The place in `fieldEnds` of a record's first field.
  @inline(__always)
  func firstField(of record: Int) -> Int {
    record == 0 ? 0 : Int(index.recordEnds[record - 1])
  }

  func fieldCount(of record: Int) -> Int {
    Int(index.recordEnds[record]) - firstField(of: record)
  }

  /// The place of a record's first byte in the decoded text.
  package func offset(of record: Int) -> Int { offset + fieldStart(firstField(of: record)) }

  @inline(__always)
  func fieldStart(_ field: Int) -> Int {
    field == 0 ? 0 : Int(index.fieldEnds[field - 1]) + 1
  }

  /// A field as written, its quotation marks included, the line break left out.
  func field(_ column: Int, of record: Int) -> Range<Int> {
    let field = firstField(of: record) + column
    let start = fieldStart(field)
    var end = Int(index.fieldEnds[field])
    let isLast = field + 1 == Int(index.recordEnds[record])
    if isLast && end > start && bytes[end - 1] == .carriageReturn && bytes[end] == .lineFeed {
      end -= 1
    }
    return start..<end
  }

  /// A field's text: quotation marks around it taken off, doubled ones within made single.
  package func text(_ column: Int, of record: Int) -> String {
    FieldText.string(in: bytes.span, field(column, of: record))
  }

  /// A record as it is written, its line end left out.
  func recordText(_ record: Int) -> String {
    let start = fieldStart(firstField(of: record))
    let end = field(fieldCount(of: record) - 1, of: record).upperBound
    return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }

  func isBlank(_ record: Int) -> Bool {
    fieldCount(of: record) == 1 && field(0, of: record).isEmpty
  }

  /// The line after the last whole record.
  var lineAfter: Int { firstLine + recordCount + index.wholeQuotedBreaks }

  /// The line breaks in a range of `bytes`.
  func breaks(in range: Range<Int>) -> Int {
    let text = bytes.span
    var count = 0
    for place in range where RecordIndex.isBreak(text, at: place) { count += 1 }
    return count
  }

  mutating func dropRecords(startingFrom position: Int) {
    index.dropRecords(startingFrom: position)
    if index.wholeQuotedBreaks > 0 {
      // The text's last record may have no line break of its own.
      let ended = index.fieldEnds[Int(index.recordEnds[recordCount - 1]) - 1] < filled
      index.wholeQuotedBreaks = breaks(in: 0..<end) - recordCount + (ended ? 0 : 1)
    }
  }

  /// Why a record cannot be used; nil when it can.
  func fault(of record: Int, columns: Int) -> String? {
    if !index.faults.isEmpty, let fault = index.fault(of: record) { return fault.reason }
    let count = fieldCount(of: record)
    if count != columns {
      let fields = count == 1 ? "1 field" : "\(count) fields"
      return "\(fields), where the header has \(columns)"
    }
    if index.hasNUL && holdsNUL(record) { return "a NUL byte, which no text has" }
    return filled > TabularLimits.fieldBytesMax ? longField(of: record, columns: columns) : nil
  }

  private func longField(of record: Int, columns: Int) -> String? {
    for column in 0..<columns {
      let bytes = field(column, of: record).count
      if bytes > TabularLimits.fieldBytesMax {
        return "a field of \(bytes) bytes; at most \(TabularLimits.fieldBytesMax) are read "
          + "(fieldBytesMax)"
      }
    }
    return nil
  }

  private func holdsNUL(_ record: Int) -> Bool {
    let text = bytes.span
    let end = Int(index.fieldEnds[Int(index.recordEnds[record]) - 1])
    for place in fieldStart(firstField(of: record))..<end where text[place] == 0 { return true }
    return false
  }
}

/// Finds the lines on which records start, asked for in order, at one pass over the text.
package struct LineCursor {
  private var place = 0
  private var breaksBefore = 0

  package init() {}

  /// The physical line on which a record starts, the header being 1.
  package mutating func line(of record: Int, in window: borrowing RecordWindow) -> Int {
    guard window.index.wholeQuotedBreaks > 0 else { return window.firstLine + record }
    let start = window.fieldStart(window.firstField(of: record))
    precondition(start >= place, "records are asked for in order")
    breaksBefore += window.breaks(in: place..<start)
    place = start
    return window.firstLine + breaksBefore
  }
}
