extension PhraseIndex {
  /// A phrase as it is mostly written: of the first comments that say it, the spelling most of
  /// them use, the earliest of equals.
  ///
  /// - Parameters:
  ///   - phrase: its place in the index.
  ///   - comments: those the corpus was read from, in the same order.
  public func written(_ phrase: Int, in comments: [String]) -> String {
    var read = ReadComment()
    var counts: [(text: String, count: Int)] = []
    for comment in saying(phrase).prefix(64) where Int(comment) < comments.count {
      let comment = Int(comment)
      guard let offset = place(of: phrase, in: comment) else { continue }
      let written = comments[comment]
      corpus.reader.read(written, into: &read)
      let last = offset + phrases[phrase].length - 1
      guard last < read.words.count else { continue }
      let source = read.words[offset].source.lowerBound..<read.words[last].source.upperBound
      guard source.upperBound <= written.utf8.count else { continue }
      let text = String(decoding: Array(written.utf8)[source], as: UTF8.self)
      if let place = counts.firstIndex(where: { $0.text == text }) {
        counts[place].count += 1
      } else {
        counts.append((text, 1))
      }
    }
    let most = counts.map(\.count).max()
    return counts.first { $0.count == most }?.text ?? text(of: phrase)
  }

  /// Where a phrase first stands in a comment, in words.
  func place(of phrase: Int, in comment: Int) -> Int? {
    let words = words(of: phrase)
    let range = corpus.range(of: comment)
    guard range.count >= words.count else { return nil }
    return (range.lowerBound...range.upperBound - words.count)
      .first { corpus.words[$0..<$0 + words.count].elementsEqual(words) }
      .map { $0 - range.lowerBound }
  }
}
