extension ReadComment {
  /// Takes the place of a part of another comment, as though it had been written alone.
  mutating func copy(_ range: Range<Int>, of comment: borrowing ReadComment) {
    bytes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    bytes.append(0x20)
    for word in comment.words[range] {
      let start = bytes.count
      bytes.append(contentsOf: comment.bytes[word.form])
      finish(word.kind, from: start, source: word.source)
    }
  }
}
