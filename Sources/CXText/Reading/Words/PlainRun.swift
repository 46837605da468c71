/// Letters of ASCII at the start of a word, which most words of English are all of.
struct PlainRun: BitwiseCopyable {
  /// The place after them; a third letter alike is left for later.
  let end: Int

  /// The last and the one before it, in lower case; zero where there is none.
  let last: UInt8
  let before: UInt8
  let count: Int
  let hasCapitals: Bool

  @inline(__always) init(_ comment: Span<UInt8>, at start: Int) {
    var next = start
    var last: UInt8 = 0
    var before: UInt8 = 0
    var isLower: UInt8 = 0x20
    while next < comment.count {
      let byte = comment[next]
      let letter = byte | 0x20
      guard letter &- 0x61 < 26 else { break }
      if letter == last, letter == before { break }
      isLower &= byte
      before = last
      last = letter
      next &+= 1
    }
    end = next
    (self.last, self.before) = (last, before)
    count = next - start
    hasCapitals = isLower == 0
  }

  /// Whether the word ends with them and nothing else can begin with it.
  @inline(__always) func isWhole(in comment: Span<UInt8>) -> Bool {
    guard count > 0 else { return false }
    guard end < comment.count else { return true }
    switch comment[end] {
    case 0x20, 0x21, 0x22, 0x28, 0x29, 0x2C, 0x3B, 0x3F, 0x0A, 0x0D: return true
    case 0x2E: return end + 1 == comment.count || !Markup.isLetterOrDigit(comment[end + 1])
    default: return false
    }
  }
}

extension WordInProgress {
  /// Goes on from letters that have been written.
  @inline(__always) mutating func take(_ run: PlainRun, upTo end: Int) {
    guard run.count > 0 else { return }
    next = run.end
    sourceEnd = run.end
    latin = run.count
    previous = WrittenLetter(scalar: UInt32(run.last), form: end - 1)
    previous.repeats = run.last == run.before ? 1 : 0
    if run.count > 1 { before = WrittenLetter(scalar: UInt32(run.before), form: end - 2) }
  }
}

extension ReadComment {
  /// Writes a run in lower case.
  @inline(__always) mutating func copy(
    _ run: PlainRun,
    of comment: Span<UInt8>,
    from start: Int
  ) {
    guard run.count > 0 else { return }
    unsafe comment.extracting(start..<run.end).withUnsafeBufferPointer {
      unsafe bytes.append(contentsOf: $0)
    }
    guard run.hasCapitals else { return }
    for place in bytes.count - run.count..<bytes.count { bytes[place] |= 0x20 }
  }

  /// Adds a plain word in two parts where it is a contraction; false where it is none.
  @inline(__always) mutating func splitPlain(
    from form: Int,
    source: Range<Int>,
    _ comment: Span<UInt8>
  ) -> Bool {
    mayLackApostrophe(from: form) && splitContraction(from: form, source: source, comment)
  }

  /// Adds a plain word.
  @inline(__always) mutating func finishPlain(
    from form: Int,
    source: Range<Int>,
    _ place: inout ReadingPlace
  ) {
    if place.shorthand == nil, bytes.count - form <= VietnameseShorthand.bytesMax,
      place.shorthands.contains(PackedForm(bytes, form..<bytes.count))
    {
      place.shorthand = words.count
    }
    finish(.word, from: form, source: source)
  }
}
