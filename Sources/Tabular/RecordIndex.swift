/// Where the fields and records of a stretch of text end, found without copying any of it.
///
/// Two scans give the same index: a fast one that takes quotation marks in pairs, sixty-four bytes
/// at a time, and a careful one that follows RFC 4180 byte by byte. The fast one notices every text
/// in which pairing is not enough and leaves that text to the careful one.
struct RecordIndex {
  /// The position of the separator after each field: a delimiter or a line break.
  var fieldEnds: [UInt32] = []

  /// For each whole record, the number of `fieldEnds` up to and with its last.
  var recordEnds: [UInt32] = []

  /// Records that are not well-formed, by their place in `recordEnds`, in order.
  var faults: [(record: Int, fault: RecordFault)] = []

  /// Line breaks within quotation marks, of whole records or not.
  var quotedBreaks = 0

  /// Line breaks within quotation marks of whole records.
  var wholeQuotedBreaks = 0

  /// A record has more fields than any file may have columns, and is left open.
  private(set) var isTooWide = false

  var hasNUL = false
  var isBrokenText = false

  /// Fields counted so far; `fieldEnds` is longer, to save a check per field.
  var fieldCount = 0

  /// What the caller gives: text from a record's start on, followed by at least `padding`
  /// readable bytes that are spaces.
  struct Stretch {
    let start: Int
    let end: Int
    /// Whether the text ends here, so that the last record needs no line break.
    let isLast: Bool
    let delimiter: UInt8
  }

  static let padding = ByteBlock.size

  /// `carefully` leaves the fast scan out, to compare the two.
  mutating func index(_ bytes: [UInt8], _ stretch: Stretch, carefully: Bool = false) {
    precondition(bytes.count >= stretch.end + Self.padding, "a block would read past the buffer")
    dropAll()
    var isInQuotes = false
    let isPaired = unsafe bytes.withUnsafeBytes { text in
      unsafe indexFast(text, stretch, isInQuotes: &isInQuotes)
    }
    if !isPaired || carefully {
      clearRecords()
      isInQuotes = indexCarefully(bytes.span, stretch)
    }
    if stretch.isLast { closeLast(bytes.span, stretch, isInQuotes: isInQuotes) }
  }

  /// Drops the records that start at or after `position`, all but the first.
  mutating func dropRecords(startingFrom position: Int) {
    while recordEnds.count > 1 {
      let previousEnd = Int(recordEnds[recordEnds.count - 2])
      guard Int(fieldEnds[previousEnd - 1]) + 1 >= position else { return }
      recordEnds.removeLast()
      if let last = faults.last, last.record == recordEnds.count { faults.removeLast() }
    }
  }

  /// What is wrong with a record's form; nil when nothing is.
  func fault(of record: Int) -> RecordFault? {
    var low = 0
    var high = faults.count
    while low < high {
      let middle = (low + high) / 2
      if faults[middle].record < record { low = middle + 1 } else { high = middle }
    }
    return low < faults.count && faults[low].record == record ? faults[low].fault : nil
  }

  /// Forgets all that was found, keeping room for what comes next.
  mutating func dropAll() {
    clearRecords()
    hasNUL = false
    isBrokenText = false
  }

  private mutating func clearRecords() {
    fieldCount = 0
    recordEnds.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    quotedBreaks = 0
    wholeQuotedBreaks = 0
    isTooWide = false
  }

  /// A last record without a line break ends where the text does.
  private mutating func closeLast(
    _ bytes: Span<UInt8>,
    _ stretch: Stretch,
    isInQuotes: Bool
  ) {
    let closed = recordEnds.last.map { Int(fieldEnds[Int($0) - 1]) + 1 } ?? stretch.start
    guard closed < stretch.end else { return }
    if isInQuotes { faults.append((recordEnds.count, .neverClosed)) }
    addField(endingAt: stretch.end)
    endRecord()
  }

  mutating func addField(endingAt position: Int) {
    if fieldCount == fieldEnds.count { growFields() }
    fieldEnds[fieldCount] = UInt32(position)
    fieldCount += 1
  }

  mutating func endRecord() {
    recordEnds.append(UInt32(fieldCount))
    wholeQuotedBreaks = quotedBreaks
  }

  @inline(never)
  mutating func growFields() {
    let opened = Int(recordEnds.last ?? 0)
    if fieldCount - opened > TabularLimits.columnsMax {
      isTooWide = true
      fieldCount = opened
      return
    }
    let more = max(1024, fieldEnds.count)
    fieldEnds += [UInt32](repeating: 0, count: more)
  }
}

/// What is wrong with a record's own form.
package enum RecordFault: Hashable, Sendable {
  case textAfterQuote
  case neverClosed

  package var reason: String {
    switch self {
    case .textAfterQuote:
      "there is text after a closing quotation mark; write a quotation mark within quotes twice"
    case .neverClosed: "a quotation mark is opened and never closed"
    }
  }
}
