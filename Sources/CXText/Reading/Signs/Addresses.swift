/// Addresses of the web and of e-mail, as they stand in a comment.
enum Address {
  /// Longer than any local part of e-mail and any host people type.
  private static let bytesMax = 100

  /// Endings of hosts that are written without a scheme before them.
  private static let endings: PackedTable<Void> = [
    "com", "net", "org", "vn", "ir", "edu", "gov", "info", "biz", "app", "shop", "site",
    "online", "me", "ly", "gl", "uk", "de", "fr", "eu", "io",
  ]

  /// The place after an address of e-mail that begins here.
  static func emailEnd(_ comment: Span<UInt8>, from start: Int) -> Int? {
    var place = start
    while place < comment.count, place - start <= bytesMax, isLocal(comment[place]) { place += 1 }
    guard place > start, place < comment.count, comment[place] == 0x40 else { return nil }
    return hostEnd(comment, from: place + 1)?.end
  }

  /// The place after a web address that begins here.
  static func linkEnd(_ comment: Span<UInt8>, from start: Int) -> Int? {
    if let scheme = schemeEnd(comment, from: start) {
      let end = pathEnd(comment, from: scheme)
      return end > scheme ? end : nil
    }
    guard let host = hostEnd(comment, from: start) else { return nil }
    guard isWeb(comment, from: start) || endings.contains(host.ending) else { return nil }
    let isPath = host.end < comment.count && "/?:#".utf8.contains(comment[host.end])
    return isPath ? pathEnd(comment, from: host.end) : host.end
  }

  private static func schemeEnd(_ comment: Span<UInt8>, from start: Int) -> Int? {
    var place = start
    for letter in "http".utf8 {
      guard place < comment.count, comment[place] | 0x20 == letter else { return nil }
      place += 1
    }
    if place < comment.count, comment[place] | 0x20 == 0x73 { place += 1 }
    for sign in "://".utf8 {
      guard place < comment.count, comment[place] == sign else { return nil }
      place += 1
    }
    return place
  }

  private static func isWeb(_ comment: Span<UInt8>, from start: Int) -> Bool {
    for offset in 0..<3 where comment[start + offset] | 0x20 != 0x77 { return false }
    return comment[start + 3] == 0x2E
  }

  /// Two labels or more with points between them; the last of letters only.
  private static func hostEnd(
    _ comment: Span<UInt8>,
    from start: Int
  ) -> (end: Int, ending: PackedForm)? {
    var place = start
    var labelStart = start
    var isOfLetters = true
    var found: (end: Int, ending: PackedForm)?
    while place - start <= bytesMax {
      let byte = place < comment.count ? comment[place] : 0
      if Markup.isLetterOrDigit(byte) || byte == 0x2D {
        isOfLetters = isOfLetters && byte | 0x20 >= 0x61
        place += 1
        continue
      }
      guard place > labelStart else { break }
      if labelStart > start, isOfLetters, place - labelStart >= 2 {
        found = (place, label(comment, labelStart..<place))
      }
      guard byte == 0x2E else { break }
      place += 1
      labelStart = place
      isOfLetters = true
    }
    return found
  }

  private static func label(_ comment: Span<UInt8>, _ range: Range<Int>) -> PackedForm {
    var bits: UInt64 = 0
    for place in range.prefix(8) { bits = bits << 8 | UInt64(comment[place] | 0x20) }
    return PackedForm(bits: range.count > 8 ? 0 : bits)
  }

  private static func pathEnd(_ comment: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < comment.count, comment[end] > 0x20, comment[end] < 0x7F,
      comment[end] != 0x22, comment[end] != 0x3C, comment[end] != 0x3E
    { end += 1 }
    while end > start, ".,;:!?')]}".utf8.contains(comment[end - 1]) { end -= 1 }
    return end
  }

  static func isLocal(_ byte: UInt8) -> Bool {
    Markup.isLetterOrDigit(byte) || byte == 0x2E || byte == 0x5F || byte == 0x25 || byte == 0x2B
      || byte == 0x2D
  }
}

extension ReadComment {
  /// Takes an address that begins with the word just read; false where there is none.
  @inline(__always) mutating func takeAddress(
    _ comment: Span<UInt8>,
    _ word: WordInProgress,
    _ place: inout ReadingPlace
  ) -> Bool {
    let from = word.sourceEnd - (bytes.count - word.form)
    guard from >= word.source else { return false }
    return takeAddress(
      comment,
      from: from,
      at: word.next,
      source: word.source,
      form: word.form,
      &place
    )
  }

  /// Takes an address whose first letters or digits end at a place.
  @inline(__always) mutating func takeAddress(
    _ comment: Span<UInt8>,
    from start: Int,
    at end: Int,
    source: Int,
    form: Int,
    _ place: inout ReadingPlace
  ) -> Bool {
    guard end < comment.count,
      comment[end] == 0x3A || comment[end] == 0x40
        || Address.isLocal(comment[end])
    else { return false }
    // A point at the end of a sentence is what follows a word most often.
    if comment[end] == 0x2E, end + 1 == comment.count || !Markup.isLetterOrDigit(comment[end + 1]) {
      return false
    }
    return takeLongAddress(comment, from: start, source: source, form: form, &place)
  }

  @inline(never) private mutating func takeLongAddress(
    _ comment: Span<UInt8>,
    from start: Int,
    source: Int,
    form: Int,
    _ place: inout ReadingPlace
  ) -> Bool {
    let email = Address.emailEnd(comment, from: start)
    guard let end = email ?? Address.linkEnd(comment, from: start) else { return false }
    bytes.removeSubrange(form...)
    place.next = extended(comment, end)
    if email != nil {
      finish(.emailAddress, form: "<e-mail>", source: source..<place.next)
    } else {
      finish(.link, form: "<link>", source: source..<place.next)
    }
    return true
  }

  /// Takes a name after an at sign; false where nobody is named.
  mutating func takeMention(_ comment: Span<UInt8>, _ place: inout ReadingPlace) -> Bool {
    var next = place.next + 1
    var end = next
    while next < comment.count {
      let scalar = NextScalar(comment, at: next)
      let entry = ScalarTable[scalar.value]
      let isName = entry.role == .letter || entry.role == .digit || scalar.value == 0x5F
      next = scalar.end
      if isName || entry.isExtending && end > place.next + 1 {
        end = next
      } else if scalar.value != 0x2E {
        break
      }
    }
    guard end > place.next + 1 else { return false }
    let start = place.start()
    place.next = extended(comment, end)
    finish(.mention, form: "<mention>", source: start..<place.next)
    return true
  }
}
