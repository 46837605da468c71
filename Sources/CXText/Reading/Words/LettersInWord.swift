extension ReadComment {
  /// Writes a letter of a word, unless it only draws the one before it out.
  @inline(__always) mutating func add(
    _ letter: UInt32,
    isToned: Bool,
    to word: inout WordInProgress
  ) {
    if letter == word.previous.scalar {
      repeatLast(of: &word)
    } else if word.previous.isToned {
      addAfterTone(letter, isToned: isToned, to: &word)
    } else {
      writeNext(letter, isToned: isToned, of: &word)
    }
  }

  @inline(__always) private mutating func writeNext(
    _ letter: UInt32,
    isToned: Bool,
    of word: inout WordInProgress
  ) {
    word.before = word.previous
    word.previous = WrittenLetter(scalar: letter, form: bytes.count, isToned: isToned)
    write(letter)
  }

  /// Takes the letter written last away again.
  mutating func removeLast(of word: inout WordInProgress) {
    bytes.removeSubrange(word.previous.form...)
    word.previous = word.before
  }

  /// A letter is kept twice at the most, and once where no word doubles it.
  @inline(never) private mutating func repeatLast(of word: inout WordInProgress) {
    let repeats = word.previous.repeats + 1
    let letter = word.previous.scalar
    if repeats == 1 {
      writeNext(letter, isToned: word.previous.isToned, of: &word)
    } else if repeats == 2, !isDoubled(letter, in: word) {
      removeLast(of: &word)
    }
    word.previous.repeats = repeats
  }

  private func isDoubled(_ letter: UInt32, in word: WordInProgress) -> Bool {
    switch letter {
    // English doubles all but a, h, i, j, k, q, u, v, w, x and y; Vietnamese doubles nothing.
    case 0x61, 0x68, 0x69, 0x6A, 0x6B, 0x71, 0x75...0x79: false
    case 0x62...0x7A: word.isPlain
    // Persian doubles letters only where a word is put together, but for “ممنون”.
    case 0x645: word.before.form == word.form
    case 0x80..<0x250, 0x600..<0x700, 0x1E00..<0x1F00: false
    default: true
    }
  }

  /// Moves a tone that was typed on the wrong vowel, and leaves out what draws the vowel out.
  @inline(never) private mutating func addAfterTone(
    _ letter: UInt32,
    isToned: Bool,
    to word: inout WordInProgress
  ) {
    let toned = word.previous.scalar
    // Consonants follow most often.
    if letter < 0x80, letter & 0x1F != 1, letter != 0x65, letter != 0x69, letter != 0x6F,
      letter != 0x75, letter != 0x79
    {
      writeNext(letter, isToned: false, of: &word)
      return
    }
    if VietnameseTones.plain(toned) == letter, !(toned == 0xE9 && letter == 0x65) { return }
    let isAfterQ = word.before.scalar == 0x71
    let isAfterG = word.before.scalar == 0x67
    guard
      let moved = VietnameseTones.moved(from: toned, to: letter, afterQ: isAfterQ, afterG: isAfterG)
    else {
      writeNext(letter, isToned: isToned, of: &word)
      return
    }
    removeLast(of: &word)
    writeNext(VietnameseTones.plain(toned), isToned: false, of: &word)
    writeNext(moved, isToned: true, of: &word)
  }
}
