/// A word while its letters are read.
struct WordInProgress {
  /// Where its form begins.
  let form: Int

  /// Where it begins in the comment.
  let source: Int

  /// The place after its last letter or mark in the comment.
  var sourceEnd: Int

  /// The place after the last scalar read.
  var next: Int

  /// The letter written last, and the one before it.
  var previous: WrittenLetter
  var before: WrittenLetter

  /// How many letters of Latin it has, and of Cyrillic and Greek.
  var latin = 0
  var lookalikes = 0

  var isArabic = false
  var hasApostrophe = false

  /// Whether letters beyond ASCII were read, so that its form is no plain copy.
  var isPlain = true

  /// Whether a half-space waits for the letter after it.
  var hasHalfSpace = false

  init(form: Int, source: Int, at place: Int) {
    self.form = form
    self.source = source
    sourceEnd = place
    next = place
    previous = WrittenLetter(scalar: 0, form: form)
    before = previous
  }
}

/// A letter in a word’s form.
struct WrittenLetter: BitwiseCopyable {
  /// Zero after a mark or a half-space, with which no letter combines.
  var scalar: UInt32

  /// Where it begins.
  var form: Int

  /// How often it was repeated.
  var repeats = 0

  /// Whether it has a tone of Vietnamese.
  var isToned = false
}

extension ReadComment {
  /// Takes a word of letters with the marks, joiners and apostrophes inside it.
  mutating func takeWord(_ comment: Span<UInt8>, _ place: inout ReadingPlace) {
    if takeLetterEmoticon(comment, &place) { return }
    if place.isInTag {
      takeRest(
        of: WordInProgress(form: bytes.count, source: place.start(), at: place.next),
        &place,
        comment
      )
      return
    }
    let run = PlainRun(comment, at: place.next)
    let source = place.start()
    let form = bytes.count
    copy(run, of: comment, from: place.next)
    if run.isWhole(in: comment) {
      place.next = run.end
      if !splitPlain(from: form, source: source..<run.end, comment) {
        finishPlain(from: form, source: source..<run.end, &place)
      }
    } else {
      var word = WordInProgress(form: form, source: source, at: place.next)
      word.take(run, upTo: bytes.count)
      takeRest(of: word, &place, comment)
    }
  }

  /// Takes a word from where its first plain letters end.
  @inline(never) private mutating func takeRest(
    of begun: WordInProgress,
    _ place: inout ReadingPlace,
    _ comment: Span<UInt8>
  ) {
    let at = place.next
    var word = begun
    reading: while word.next < comment.count {
      let byte = comment[word.next]
      if (byte | 0x20) &- 0x61 < 26 {
        if word.isArabic || place.isInTag && startsPart(of: comment, at: word.next, from: at) {
          break
        }
        add(UInt32(byte | 0x20), isToned: false, to: &word)
        word.latin += 1
        word.next += 1
        word.sourceEnd = word.next
      } else if byte == 0x20 {
        break
      } else {
        let scalar = NextScalar(comment, at: word.next)
        guard extend(&word, by: scalar, place.scalars[scalar.value], comment) else { break reading }
      }
    }
    place.next = word.next
    if word.isPlain, takeAddress(comment, word, &place) { return }
    finish(word, comment, &place)
  }

  /// Whether a capital begins a new word of a tag.
  private func startsPart(of comment: Span<UInt8>, at place: Int, from start: Int) -> Bool {
    place > start && comment[place] & 0x20 == 0 && comment[place - 1] >= 0x61
      && comment[place - 1] <= 0x7A
  }

  /// Whether the scalar belongs to the word.
  @inline(__always) private mutating func extend(
    _ word: inout WordInProgress,
    by scalar: NextScalar,
    _ entry: ScalarEntry,
    _ comment: Span<UInt8>
  ) -> Bool {
    if entry.role == .letter {
      // Persian meets Latin without a space as often as with one.
      if entry.script == .arabic ? word.latin > 0 : word.isArabic { return false }
      count(entry, in: &word)
      if word.hasHalfSpace { writeHalfSpace(in: &word) }
      add(entry.folded, isToned: entry.isToned, to: &word)
      word.isPlain = word.isPlain && scalar.value < 0x80
      word.next = scalar.end
      word.sourceEnd = scalar.end
      return true
    }
    return extendByMark(&word, entry, scalar, comment)
  }

  @inline(__always) private func count(_ entry: ScalarEntry, in word: inout WordInProgress) {
    switch entry.script {
    case .latin: word.latin += 1
    case .cyrillic, .greek: word.lookalikes += 1
    case .arabic: word.isArabic = true
    case .other: break
    }
  }

  @inline(never) private mutating func extendByMark(
    _ word: inout WordInProgress,
    _ entry: ScalarEntry,
    _ scalar: NextScalar,
    _ comment: Span<UInt8>
  ) -> Bool {
    switch entry.role {
    case .mark:
      if let whole = MarkComposition.letter(word.previous.scalar, with: entry.folded) {
        removeLast(of: &word)
        add(whole, isToned: VietnameseTones.isToned(whole), to: &word)
      }
    case .droppedMark, .filler: break
    case .keptMark:
      write(entry.folded)
      word.previous.scalar = 0
    case .halfSpace: word.hasHalfSpace = word.isArabic
    case .symbol where scalar.value == 0xAC:
      // “¬” between letters of Persian is the half-space of an old code page.
      guard word.isArabic, scalar.end < comment.count,
        ScalarTable[NextScalar(comment, at: scalar.end).value].script == .arabic
      else { return false }
      word.hasHalfSpace = true
      word.next = scalar.end
      return true
    case .ignorable:
      word.next = scalar.end
      return true
    case .apostrophe, .unknown:
      guard word.latin > 0, word.previous.scalar < 0x250, word.previous.scalar >= 0x61,
        scalar.end < comment.count,
        ScalarTable[NextScalar(comment, at: scalar.end).value].script == .latin
      else { return false }
      add(0x27, isToned: false, to: &word)
      word.hasApostrophe = true
    default: return false
    }
    word.isPlain = false
    word.next = scalar.end
    word.sourceEnd = scalar.end
    return true
  }

  private mutating func writeHalfSpace(in word: inout WordInProgress) {
    word.hasHalfSpace = false
    guard bytes.count > word.form else { return }
    write(0x200C)
    word.previous.scalar = 0
  }
}
