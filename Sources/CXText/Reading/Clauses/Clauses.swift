extension ReadComment {
  /// The sentences, as ranges of ``words``: one after the other, none of them empty.
  ///
  /// A sentence ends at “.”, “!”, “?” and “…” and where a line ends; the marks and emoji that
  /// follow at once belong to it. A point after a title (“Dr.”) or inside “e.g.” ends nothing.
  public var sentences: [Range<Int>] {
    var found: [Range<Int>] = []
    forEachSentence { found.append($0) }
    return found
  }

  @inline(__always)
  private func forEachSentence(_ body: (Range<Int>) -> Void) {
    var start = 0
    var place = 0
    while place < words.count {
      if place > start, words[place].startsLine {
        body(start..<place)
        start = place
      }
      guard endsSentence(place) else {
        place += 1
        continue
      }
      place += 1
      while place < words.count, !words[place].startsLine, trails(place) { place += 1 }
      body(start..<place)
      start = place
    }
    if start < words.count { body(start..<words.count) }
  }

  /// The clauses, as ranges of ``words``: one after the other, none of them empty.
  ///
  /// A sentence is cut after “,”, “;”, “:”, brackets and dashes, and before a word that turns it
  /// (“but”, “although”; “nhưng”, “mặc dù”; «اما»، «هرچند»), so that each clause can be
  /// felt about for itself. A single word between commas stays with its neighbours.
  public var clauses: [Range<Int>] {
    var found: [Range<Int>] = []
    forEachSentence { appendClauses(of: $0, to: &found) }
    return found
  }

  private func appendClauses(of sentence: Range<Int>, to found: inout [Range<Int>]) {
    var start = sentence.lowerBound
    // Words of the clause before a comma, and of those cut off already.
    var spoken = 0
    for place in sentence {
      let word = words[place]
      if word.kind == .word {
        if spoken > 0, turns(place, in: sentence), isFollowed(place, in: sentence) {
          found.append(start..<place)
          (start, spoken) = (place, 0)
        }
        spoken += 1
      } else if spoken >= 2, place + 1 < sentence.upperBound, isPause(place),
        spokenWords(after: place, in: sentence) >= 2
      {
        let end = opens(place) ? place : place + 1
        found.append(start..<end)
        (start, spoken) = (end, 0)
      }
    }
    found.append(start..<sentence.upperBound)
  }

  /// How many words follow up to the next pause; no more than two are counted.
  private func spokenWords(after place: Int, in sentence: Range<Int>) -> Int {
    var spoken = 0
    for next in place + 1..<sentence.upperBound {
      if words[next].kind == .word { spoken += 1 }
      if spoken == 2 || isPause(next) { break }
    }
    return spoken
  }

  private func isPause(_ place: Int) -> Bool {
    guard words[place].kind == .punctuation, words[place].form.count == 1 else { return false }
    switch bytes[words[place].form.lowerBound] {
    case 0x2C, 0x3A, 0x3B, 0x28, 0x29, 0x5B, 0x5D: return true
    case 0x2D: return !touches(place) && !touches(place + 1)
    default: return false
    }
  }

  private func opens(_ place: Int) -> Bool {
    let mark = bytes[words[place].form.lowerBound]
    return mark == 0x28 || mark == 0x5B
  }

  /// Whether a word follows the one before without a space.
  private func touches(_ place: Int) -> Bool {
    place > 0 && place < words.count
      && words[place - 1].source.upperBound == words[place].source.lowerBound
  }

  private func endsSentence(_ place: Int) -> Bool {
    guard words[place].kind == .punctuation else { return false }
    switch packed(place) {
    case ClauseWords.stop:
      guard place > 0 else { return true }
      if ClauseWords.titles.contains(packed(place - 1)) { return false }
      guard words[place - 1].form.count == 1, touches(place) else { return true }
      let isAbbreviation = place > 1 && touches(place - 1) && packed(place - 2) == ClauseWords.stop
      return !(isAbbreviation || touches(place + 1))
    case ClauseWords.exclamation, ClauseWords.exclamations, ClauseWords.question,
      ClauseWords.questions, ClauseWords.ellipsis:
      return true
    default: return false
    }
  }

  /// Whether what stands here belongs to a sentence that has just ended.
  private func trails(_ place: Int) -> Bool {
    switch words[place].kind {
    case .emoji: true
    case .punctuation:
      endsSentence(place)
        || [0x22, 0x27, 0x29, 0x5D].contains(bytes[words[place].form.lowerBound])
    default: false
    }
  }

  /// Whether another word comes at once; «خوب بود فقط» has no second clause.
  private func isFollowed(_ place: Int, in sentence: Range<Int>) -> Bool {
    place + 1 < sentence.upperBound && words[place + 1].kind != .punctuation
  }

  private func turns(_ place: Int, in sentence: Range<Int>) -> Bool {
    let word = packed(place)
    if ClauseWords.turning.contains(word) || words[place].form.count > 8 && isLongTurn(place) {
      let before = place > sentence.lowerBound ? packed(place - 1) : PackedForm(bits: 0)
      return !ClauseWords.turning.contains(before) && ClauseWords.pairs[before] != word
        && !(word == ClauseWords.still && ClauseWords.keepsStill.contains(before))
    }
    guard place + 1 < sentence.upperBound, let second = ClauseWords.pairs[word] else {
      return false
    }
    return packed(place + 1) == second
  }

  private func isLongTurn(_ place: Int) -> Bool {
    ClauseWords.longTurning.contains { $0.utf8.elementsEqual(bytes[words[place].form]) }
  }

  private func packed(_ place: Int) -> PackedForm { PackedForm(bytes, words[place].form) }
}

/// The words and marks at which sentences and clauses are cut.
enum ClauseWords {
  static let turning: PackedTable<Void> = [
    "but", "although", "though", "however", "while", "whereas", "yet", "except", "despite",
    "nhưng", "tuy", "dù", "còn", "nhung", "ngặt", "اما", "ولی", "لیکن", "ولیکن", "فقط", "گرچه",
    "منتها", "لکن",
  ]

  /// Those of more than eight bytes.
  static let longTurning = ["هرچند", "اگرچه", "درحالیکه", "منتهی", "ولیکن", "nevertheless"]

  /// Two words that turn a sentence together.
  static let pairs: PackedTable<PackedForm> = [
    "mặc": "dù", "mỗi": "tội", "chỉ": "tội", "có": "điều", "bù": "lại", "hơi": "tiếc",
    "هر": "چند", "اگر": "چه", "even": "if",
  ]

  /// Before “còn” these leave it meaning “still”.
  static let keepsStill: PackedTable<Void> = [
    "sẽ", "nếu", "chắc", "nó", "và", "vẫn", "không", "chỉ", "cũng", "đã", "thì", "chẳng", "chưa",
    "lại", "mà", "có", "luôn",
  ]

  static let titles: PackedTable<Void> = ["mr", "mrs", "ms", "dr", "prof", "st", "tp", "ths", "ts"]

  static let still: PackedForm = "còn"
  static let stop: PackedForm = "."
  static let exclamation: PackedForm = "!"
  static let exclamations: PackedForm = "!!"
  static let question: PackedForm = "?"
  static let questions: PackedForm = "??"
  static let ellipsis: PackedForm = "…"
}
