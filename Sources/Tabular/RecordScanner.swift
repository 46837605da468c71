/// Walks a text window by window, each holding whole records, at constant memory.
package struct RecordScanner: ~Copyable {
  /// How much text is looked at together: small enough to stay in a core's own cache.
  static let windowBytes = 1 << 17

  /// How much is read at a time beyond `stop`, to finish the record that crosses it.
  private static let overhangBytes = 1 << 13

  private let source: any ByteStream
  private let file: String
  private let delimiter: UInt8

  /// Records that start here or later, in bytes of the decoded text, are left alone.
  private let stop: Int

  private var isAtEnd = false
  package private(set) var window = RecordWindow()

  init(
    _ source: any ByteStream,
    file: String,
    delimiter: UInt8,
    offset: Int = 0,
    line: Int = 1,
    stop: Int = .max
  ) {
    self.source = source
    self.file = file
    self.delimiter = delimiter
    self.stop = stop
    window.offset = offset
    window.firstLine = line
    window.bytes = [UInt8](repeating: .space, count: Self.windowBytes + RecordIndex.padding)
  }

  /// Where the record after this window starts, in bytes of the decoded text.
  var nextOffset: Int { window.offset + window.end }

  /// The physical line of the record after this window.
  var nextLine: Int { window.lineAfter }

  /// Goes on to the next whole records; false when there are none left.
  package mutating func advance() throws(TabularError) -> Bool {
    dropWindow()
    while window.offset < stop {
      try fill()
      index()
      try refuseBrokenText()
      if window.index.isTooWide { throw tooWide }
      if window.recordCount > 0 {
        if window.offset + window.filled > stop {
          window.dropRecords(startingFrom: stop - window.offset)
        }
        return true
      }
      if isAtEnd { return false }
      try enlarge()
    }
    return false
  }

  /// Leaves out the window's first record, which has been read as the header.
  mutating func dropFirstRecord() {
    let end = Int(window.index.fieldEnds[Int(window.index.recordEnds[0]) - 1]) + 1
    let line = window.firstLine + max(1, window.breaks(in: 0..<min(end, window.filled)))
    restart(from: min(end, window.filled), line: line)
  }

  /// Passes over the records before an offset at which a record starts.
  mutating func pass(to offset: Int, line: Int) throws(TabularError) {
    while try advance() {
      if nextOffset <= offset { continue }
      restart(from: max(0, offset - window.offset), line: line)
      return
    }
  }

  private mutating func dropWindow() {
    guard window.recordCount > 0 else { return }
    restart(from: window.end, line: window.lineAfter)
  }

  /// Moves what is left of the text to the front.
  private mutating func restart(from end: Int, line: Int) {
    let left = window.filled - end
    unsafe window.bytes.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress, left > 0 else { return }
      unsafe base.copyMemory(from: base + end, byteCount: left)
    }
    window.firstLine = line
    window.offset += end
    window.filled = left
    window.index.dropAll()
  }

  private mutating func fill() throws(TabularError) {
    let capacity = window.bytes.count - RecordIndex.padding
    while !isAtEnd && window.filled < capacity {
      var room = capacity - window.filled
      let reached = window.offset + window.filled
      if stop != .max {
        // Twice as far each time, so that one long record is not looked at over and over.
        let beyond = max(Self.overhangBytes, reached < stop ? 0 : window.filled)
        room = min(room, max(0, stop - reached) + beyond)
      }
      let count = try source.read(into: &window.bytes, from: window.filled, room: room)
      if count == 0 { isAtEnd = true }
      window.filled += count
      if reached >= stop { break }
    }
  }

  private mutating func index() {
    for place in window.filled..<window.filled + RecordIndex.padding {
      window.bytes[place] = .space
    }
    // Whether a carriage return ends a line is known once the byte after it is.
    let holdsBack =
      !isAtEnd && window.filled > 0 && window.bytes[window.filled - 1] == .carriageReturn
    window.index.index(
      window.bytes,
      RecordIndex.Stretch(
        start: 0,
        end: window.filled - (holdsBack ? 1 : 0),
        isLast: isAtEnd,
        delimiter: delimiter
      )
    )
  }

  private mutating func enlarge() throws(TabularError) {
    let capacity = window.bytes.count - RecordIndex.padding
    guard window.filled == capacity else { return }
    guard capacity < TabularLimits.recordBytesMax else {
      throw TabularError(
        file: file,
        line: window.firstLine,
        reason: "the record is longer than \(TabularLimits.recordBytesMax) bytes "
          + "(recordBytesMax); is a quotation mark left open, or is this no CSV or TSV file?"
      )
    }
    let larger = min(2 * capacity, TabularLimits.recordBytesMax)
    window.bytes.append(contentsOf: repeatElement(.space, count: larger - capacity))
  }

  private var tooWide: TabularError {
    TabularError(
      file: file,
      line: window.lineAfter,
      reason: "more than \(TabularLimits.columnsMax) fields (columnsMax); is the delimiter right?"
    )
  }

  private func refuseBrokenText() throws(TabularError) {
    guard window.index.isBrokenText else { return }
    let end = isAtEnd ? window.filled : window.end
    let text = window.bytes.span
    guard let fault = TextCheck.firstFault(in: text, from: 0, to: end) else { return }
    var line = window.firstLine
    for place in 0..<fault where RecordIndex.isBreak(text, at: place) { line += 1 }
    let byte = text[fault]
    let meant = TextEncoding.name(ofForeignByte: byte)
    throw TabularError(
      file: file,
      line: line,
      reason: "not UTF-8 (byte 0x\(String(byte, radix: 16, uppercase: true))), probably \(meant); "
        + "save the file as UTF-8"
    )
  }
}
