// MARK: - Fast: quotation marks taken in pairs

extension RecordIndex {
  /// What one block leaves to the next, as masks.
  private struct Carry {
    /// All ones within quotation marks.
    var inQuotes: UInt64 = 0
    /// 1 when the last byte was a separator, so that a field starts here.
    var afterSeparator: UInt64 = 1
    /// 1 when the last byte was a closing quotation mark.
    var afterClosing: UInt64 = 0
    /// Set once pairing does not tell what RFC 4180 would.
    var isDoubtful = false
  }

  /// Returns false when pairs of quotation marks are not enough to understand this text.
  ///
  /// The caller owns `padding` readable bytes after the stretch.
  mutating func indexFast(
    _ text: UnsafeRawBufferPointer,
    _ stretch: Stretch,
    isInQuotes: inout Bool
  ) -> Bool {
    guard let address = text.baseAddress else { return true }
    var carry = Carry()
    var check = TextCheck()
    var anyNUL = false
    for base in Swift.stride(from: stretch.start, to: stretch.end, by: ByteBlock.size) {
      let block = unsafe ByteBlock(loading: address + base)
      check.take(block)
      anyNUL = anyNUL || block.hasNUL
      if carry.isDoubtful { continue }
      let next = unsafe address.load(fromByteOffset: base + ByteBlock.size, as: UInt8.self)
      let left = stretch.end &- base
      let valid = left >= ByteBlock.size ? .max : (1 &<< UInt64(truncatingIfNeeded: left)) &- 1
      take(block, valid, at: base, before: next, delimiter: stretch.delimiter, &carry)
    }
    hasNUL = anyNUL
    isBrokenText = check.isBroken
    isInQuotes = carry.inQuotes != 0
    return !carry.isDoubtful
  }

  /// `valid` says which bytes belong to the stretch.
  @inline(__always)
  private mutating func take(
    _ block: ByteBlock,
    _ valid: UInt64,
    at base: Int,
    before next: UInt8,
    delimiter: UInt8,
    _ carry: inout Carry
  ) {
    let feeds = block.mask(of: .lineFeed)
    let returns = block.mask(of: .carriageReturn)
    let feedFollows = feeds &>> 1 | (next == .lineFeed ? 1 &<< 63 : 0)
    let breaks = (feeds | (returns & ~feedFollows)) & valid
    let delimiters = block.mask(of: delimiter) & valid
    let quotes = block.mask(of: .quotationMark) & valid
    var inside = carry.inQuotes
    if quotes | carry.afterClosing != 0 {
      inside = pair(quotes, breaks | delimiters, returns | ~valid, &carry)
    }
    let separators = (breaks | delimiters) & ~inside
    carry.afterSeparator = separators &>> 63
    if separators != 0 { note(separators, breaks: breaks & ~inside, at: base) }
    if breaks & inside != 0 { noteQuoted(breaks & inside, recordBreaks: breaks & ~inside) }
  }

  /// Line breaks within quotation marks, told apart by whether their record ends in this block.
  private mutating func noteQuoted(_ hidden: UInt64, recordBreaks: UInt64) {
    let whole = recordBreaks == 0 ? 0 : UInt64.max &>> UInt64(recordBreaks.leadingZeroBitCount)
    if recordBreaks != 0 {
      wholeQuotedBreaks = quotedBreaks + (hidden & whole).nonzeroBitCount
    }
    quotedBreaks += hidden.nonzeroBitCount
  }

  /// Which bytes lie within quotation marks, the opening one included; `neutral` bytes may follow
  /// a closing one, since a line feed or the end is next.
  @inline(__always)
  private func pair(
    _ quotes: UInt64,
    _ separators: UInt64,
    _ neutral: UInt64,
    _ carry: inout Carry
  ) -> UInt64 {
    let inside = Self.prefixParity(quotes) ^ carry.inQuotes
    let opening = quotes & inside
    let closing = quotes & ~inside
    let afterClosing = closing &<< 1 | carry.afterClosing
    let outer = separators & ~inside
    let fieldStarts = outer &<< 1 | carry.afterSeparator
    let strayOpening = opening & ~(fieldStarts | afterClosing)
    let strayText = afterClosing & ~(outer | quotes | (neutral & ~inside))
    if strayOpening | strayText != 0 { carry.isDoubtful = true }
    carry.afterClosing = closing &>> 63
    carry.inQuotes = UInt64(bitPattern: Int64(bitPattern: inside) &>> 63)
    return inside
  }

  @inline(__always)
  private mutating func note(_ separators: UInt64, breaks: UInt64, at base: Int) {
    if fieldCount + ByteBlock.size > fieldEnds.count { growFields() }
    var left = separators
    var count = fieldCount
    var ends = fieldEnds.mutableSpan
    while left != 0 {
      // In bounds: a block has at most as many separators as there was just room made for.
      unsafe ends[unchecked: count] = UInt32(truncatingIfNeeded: base &+ left.trailingZeroBitCount)
      left &= left &- 1
      count &+= 1
    }
    var ending = breaks
    while ending != 0 {
      let upTo = ending ^ (ending &- 1)
      recordEnds.append(UInt32(truncatingIfNeeded: fieldCount) &+ Self.count(separators & upTo))
      ending &= ending &- 1
    }
    if breaks != 0 { wholeQuotedBreaks = quotedBreaks }
    fieldCount = count
  }

  @inline(__always)
  private static func count(_ mask: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: mask.nonzeroBitCount)
  }

  /// Bit i is the parity of the bits up to and with i.
  @inline(__always)
  private static func prefixParity(_ bits: UInt64) -> UInt64 {
    var parity = bits
    parity ^= parity &<< 1
    parity ^= parity &<< 2
    parity ^= parity &<< 4
    parity ^= parity &<< 8
    parity ^= parity &<< 16
    parity ^= parity &<< 32
    return parity
  }
}

// MARK: - Careful: RFC 4180 byte by byte

extension RecordIndex {
  private enum State { case fieldStart, plain, quoted, closed, fault }

  /// A quotation mark opens a field only as its first byte; elsewhere in a plain field it is a
  /// letter like any other, as people write 12" and mean inches. Returns whether the text ends
  /// within quotation marks.
  mutating func indexCarefully(_ bytes: Span<UInt8>, _ stretch: Stretch) -> Bool {
    var state = State.fieldStart
    for position in stretch.start..<stretch.end {
      let byte = bytes[position]
      if state == .quoted {
        if byte == .quotationMark {
          state = .closed
        } else if Self.isBreak(bytes, at: position) {
          quotedBreaks += 1
        }
      } else if byte == stretch.delimiter {
        addField(endingAt: position)
        state = .fieldStart
      } else if Self.isBreak(bytes, at: position) {
        addField(endingAt: position)
        endRecord()
        state = .fieldStart
      } else {
        state = next(state, byte)
      }
    }
    return state == .quoted
  }

  /// Neither a separator nor within quotation marks.
  private mutating func next(_ state: State, _ byte: UInt8) -> State {
    switch state {
    case .fieldStart: return byte == .quotationMark ? .quoted : .plain
    case .closed where byte == .quotationMark: return .quoted
    case .closed where byte == .carriageReturn: return .closed
    case .closed:
      if faults.last?.record != recordEnds.count {
        faults.append((recordEnds.count, .textAfterQuote))
      }
      return .fault
    default: return state
    }
  }

  /// A line feed, or a carriage return that no line feed follows.
  static func isBreak(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    switch bytes[position] {
    case .lineFeed: true
    case .carriageReturn: position + 1 >= bytes.count || bytes[position + 1] != .lineFeed
    default: false
    }
  }
}

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let quotationMark = UInt8(ascii: "\"")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
}
