extension ReadComment {
  /// Takes a mark or a sign, a run of the same as one, and what only begins with a sign.
  mutating func takeSign(
    _ entry: ScalarEntry,
    _ scalar: NextScalar,
    _ comment: Span<UInt8>,
    _ place: inout ReadingPlace
  ) {
    place.isInTag = false
    if scalar.value < 0x80, takeBeginning(scalar, comment, &place) { return }
    let start = place.start()
    var end = scalar.end
    var count = 1
    while end < comment.count {
      let next = NextScalar(comment, at: end)
      let other = place.scalars[next.value]
      guard other.folded == entry.folded, other.role == entry.role else { break }
      end = next.end
      count += 1
    }
    place.next = joined(comment, extended(comment, end))
    let isSymbol = entry.role == .symbol || entry.role == .unknown
    let form = bytes.count
    write(count > 1 && entry.folded == 0x2E ? 0x2026 : entry.folded)
    // Once or more than once is all that matters about “!” and “?”.
    if count > 1, entry.folded == 0x21 || entry.folded == 0x3F { write(entry.folded) }
    finish(isSymbol ? .symbol : .punctuation, from: form, source: start..<place.next)
  }

  /// Takes what a sign of ASCII may begin; false where it is only a sign.
  private mutating func takeBeginning(
    _ scalar: NextScalar,
    _ comment: Span<UInt8>,
    _ place: inout ReadingPlace
  ) -> Bool {
    let at = place.next
    if comment[at] == 0x3C, let end = Markup.tagEnd(comment, at: at) {
      place.isAtLine = place.isAtLine || Markup.isBreak(comment, at: at)
      place.next = extended(comment, end)
      place.prefix = nil
      return true
    }
    if takeEmoticon(comment, &place) { return true }
    switch scalar.value {
    case 0x28:
      place.openBrackets += 1
      return takePhoneNumber(comment, &place)
    case 0x29: place.openBrackets = max(0, place.openBrackets - 1)
    case 0x2B: return takePhoneNumber(comment, &place)
    case 0x40 where at == 0 || !Markup.isLetterOrDigit(comment[at - 1]):
      return takeMention(comment, &place)
    case 0x23 where scalar.end < comment.count:
      guard ScalarTable[NextScalar(comment, at: scalar.end).value].role == .letter else {
        return false
      }
      place.next = scalar.end
      place.prefix = nil
      place.isInTag = true
      return true
    default: break
    }
    return false
  }

  private mutating func takePhoneNumber(
    _ comment: Span<UInt8>,
    _ place: inout ReadingPlace
  ) -> Bool {
    guard let end = PhoneNumber.end(comment, at: place.next) else { return false }
    let start = place.start()
    place.next = extended(comment, end)
    finish(.phoneNumber, form: "<phone>", source: start..<place.next)
    return true
  }

  /// Takes an emoji with its skin tone, its sequence or the second letter of its flag.
  mutating func takeEmoji(
    _ entry: ScalarEntry,
    _ scalar: NextScalar,
    _ comment: Span<UInt8>,
    _ place: inout ReadingPlace
  ) {
    let start = place.start()
    let form = bytes.count
    write(Emoji.sign)
    var end = scalar.end
    if let feeling = Emoji.feeling(of: entry.folded) {
      write(feeling)
    } else {
      write(entry.folded)
    }
    if entry.role == .flagLetter, end < comment.count {
      let next = NextScalar(comment, at: end)
      if ScalarTable[next.value].role == .flagLetter {
        write(next.value)
        end = next.end
      }
    }
    place.next = joined(comment, extended(comment, end))
    place.isInTag = false
    finish(.emoji, from: form, source: start..<place.next)
  }

  /// The place after the signs that U+200D joins to the one that ends here.
  private func joined(_ comment: Span<UInt8>, _ end: Int) -> Int {
    var end = end
    while end >= 3, end < comment.count, comment[end - 3] == 0xE2, comment[end - 2] == 0x80,
      comment[end - 1] == 0x8D
    {
      let next = NextScalar(comment, at: end)
      switch ScalarTable[next.value].role {
      case .emoji, .symbol: end = extended(comment, next.end)
      case .punctuation where next.value >= 0x80: end = extended(comment, next.end)
      default: return end
      }
    }
    return end
  }
}
