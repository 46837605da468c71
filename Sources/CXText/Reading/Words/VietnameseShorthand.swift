/// What hurried and young people write for the words of Vietnamese, where only one is meant.
enum VietnameseShorthand {
  /// Two words stand for letters one each, but for “ngta”; a space between them.
  ///
  /// None is longer than six bytes.
  static let words: PackedTable<StaticString> = [
    "k": "không", "ko": "không", "kg": "không", "kh": "không", "kô": "không", "hk": "không",
    "hok": "không", "hem": "không", "hông": "không", "hôg": "không", "khong": "không",
    "khg": "không", "khog": "không", "kong": "không", "kông": "không",
    "dc": "được", "đc": "được", "đk": "được", "dươc": "được",
    "j": "gì", "gj": "gì", "vs": "với", "r": "rồi", "rùi": "rồi", "oy": "rồi",
    "bt": "bình thường", "bth": "bình thường", "cx": "cũng", "cug": "cũng", "cũg": "cũng",
    "khôg": "không",
    "mn": "mọi người", "mng": "mọi người", "mk": "mình", "mik": "mình", "mìh": "mình",
    "nv": "nhân viên", "sp": "sản phẩm", "đt": "điện thoại", "dt": "điện thoại",
    "lun": "luôn", "nhìu": "nhiều", "wá": "quá", "wa": "quá", "qá": "quá", "bik": "biết",
    "bít": "biết", "bjt": "biết", "zậy": "vậy", "zui": "vui", "zô": "vô", "zề": "về",
    "dzậy": "vậy", "thik": "thích", "thíc": "thích", "iu": "yêu", "ng": "người",
    "ngta": "người ta", "trl": "trả lời", "gđ": "gia đình", "cty": "công ty", "tks": "cảm ơn",
    "thks": "cảm ơn", "nhg": "nhưng", "nhưg": "nhưng", "nhug": "nhưng", "đag": "đang",
    "dag": "đang", "trc": "trước", "trog": "trong", "sv": "sinh viên", "gv": "giảng viên",
    "nma": "nhưng mà", "nhma": "nhưng mà", "cbi": "chuẩn bị",
  ]

  static let bytesMax = 6

  private static let ambiguous: PackedForm = "bt"
  private static let not: PackedForm = "không"

  static func meaning(of form: PackedForm, after previous: PackedForm) -> StaticString? {
    // “ko bt” is not to know; “bt” alone is nothing special.
    if form == ambiguous, previous == not { return "biết" }
    return words[form]
  }
}

extension ReadComment {
  /// Spells out the shorthand of a comment in Vietnamese, of which the words before one have none.
  @inline(never) mutating func spellOutShorthand(from first: Int, _ comment: Span<UInt8>) {
    guard first < words.count, looksVietnamese else { return }
    let count = words.count
    let kept = words[first].form.lowerBound
    let length = bytes.count - kept
    for place in first..<count {
      let word = words[place]
      let start = bytes.count
      let written = words.count
      defer { words[written].startsLine = word.startsLine }
      for byte in word.form { bytes.append(bytes[byte]) }
      if word.kind == .word, word.source.count > word.form.count { shortenEnd(from: start) }
      if word.kind == .word, bytes.count - start <= VietnameseShorthand.bytesMax,
        isApartFromNumbers(place, of: count)
      {
        let previous = place > first ? words[words.count - 1] : words[max(0, first - 1)]
        let before = PackedForm(bytes, previous.form)
        let form = PackedForm(bytes, start..<bytes.count)
        if let meaning = VietnameseShorthand.meaning(of: form, after: before) {
          bytes.removeSubrange(start...)
          spellOut(meaning, source: word.source, comment)
          continue
        }
      }
      finish(word.kind, from: start, source: word.source)
    }
    words.removeSubrange(first..<count)
    bytes.removeSubrange(kept..<kept + length)
    for place in first..<words.count {
      let form = words[place].form
      words[place].form = form.lowerBound - length..<form.upperBound - length
    }
  }

  /// A letter at the end that is drawn out stands there once: no word of Vietnamese doubles it.
  private mutating func shortenEnd(from start: Int) {
    let end = bytes.count
    guard end - start >= 3, bytes[end - 1] < 0x80, bytes[end - 1] == bytes[end - 2] else { return }
    bytes.removeLast()
  }

  /// “100k”, “5 kg” and “J6” are no shorthand.
  private func isApartFromNumbers(_ place: Int, of count: Int) -> Bool {
    if place > 0, words[place - 1].kind == .number { return false }
    return place + 1 == count || words[place + 1].kind != .number
  }

  private mutating func spellOut(
    _ meaning: StaticString,
    source: Range<Int>,
    _ comment: Span<UInt8>
  ) {
    let start = bytes.count
    meaning.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    guard let space = bytes[start...].firstIndex(of: 0x20) else {
      finish(.word, from: start, source: source)
      return
    }
    let first = NextScalar(comment, at: source.lowerBound)
    guard first.end < source.upperBound, ScalarTable[first.value].role == .letter,
      !ScalarTable[NextScalar(comment, at: first.end).value].isExtending
    else {
      bytes.removeSubrange(space...)
      finish(.word, from: start, source: source)
      return
    }
    let end = bytes.count
    words.append(Word(kind: .word, form: start..<space, source: source.lowerBound..<first.end))
    words.append(Word(kind: .word, form: space + 1..<end, source: first.end..<source.upperBound))
    bytes.append(0x20)
  }

  /// Whether a good part of the words are Vietnamese by their letters, or the comment by its words.
  private var looksVietnamese: Bool {
    var marked = 0
    for word in words where word.kind == .word && VietnameseLetters.areIn(bytes, word.form) {
      marked += 1
      if marked * 4 >= words.count { return true }
    }
    return LanguageGuess(of: self).language == .vietnamese
  }
}

/// Letters that tell Vietnamese from other languages in Latin.
enum VietnameseLetters {
  /// ă, đ, ĩ, ũ, ơ and ư, and all of U+1EA0 through U+1EF9.
  static func areIn(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var place = range.lowerBound
    while place + 1 < range.upperBound {
      switch (bytes[place], bytes[place + 1]) {
      case (0xC4, 0x83), (0xC4, 0x91), (0xC4, 0xA9), (0xC5, 0xA9), (0xC6, 0xA1), (0xC6, 0xB0):
        return true
      case (0xE1, 0xBA...0xBB): return true
      default: place += 1
      }
    }
    return false
  }
}
