extension ReadComment {
  /// Takes the place of a part of another comment, as though it had been written alone, with an
  /// emoji after each opinion.
  mutating func copy(
    _ range: Range<Int>,
    of comment: borrowing ReadComment,
    marked opinions: [Opinion]
  ) {
    bytes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    bytes.append(0x20)
    var next = opinions.firstIndex { $0.end > range.lowerBound } ?? opinions.count
    for place in range {
      let word = comment.words[place]
      let start = bytes.count
      bytes.append(contentsOf: comment.bytes[word.form])
      finish(word.kind, from: start, source: word.source)
      while next < opinions.count, opinions[next].end <= place + 1 {
        if let mark = opinions[next].mark { finish(.emoji, form: mark.form, source: word.source) }
        next += 1
      }
    }
  }
}

extension Opinion {
  /// What the reader makes of an emoji, and one that it makes it of.
  typealias Mark = (form: StaticString, emoji: String)

  /// Nil for what says little.
  var mark: Mark? {
    if worth >= 1.8 { return ("☺♥", "❤️") }
    if worth >= 0.6 { return ("☺+", "😊") }
    return worth <= -0.6 ? ("☺-", "😡") : nil
  }
}
