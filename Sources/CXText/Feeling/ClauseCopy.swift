extension ReadComment {
  /// Takes the place of a part of another comment, as though it had been written alone.
  mutating func copy(_ range: Range<Int>, of comment: borrowing ReadComment) {
    bytes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    bytes.append(0x20)
    guard let first = range.first else { return }
    let start = comment.words[first].form.lowerBound
    let end = comment.words[range.upperBound - 1].form.upperBound
    bytes.append(contentsOf: comment.bytes[start..<end])
    bytes.append(0x20)
    for place in range {
      var word = comment.words[place]
      word.form = word.form.lowerBound - start + 1..<word.form.upperBound - start + 1
      words.append(word)
    }
    words[0].startsLine = false
  }
}
