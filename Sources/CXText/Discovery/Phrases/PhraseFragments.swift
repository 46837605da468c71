extension [IndexedPhrase] {
  /// Marks what is only a part of a longer phrase: “viên phục vụ” is what is left of “nhân viên
  /// phục vụ”.
  ///
  /// A part is one when three in four of its comments say the same phrase that is a word longer; or
  /// when, being as long as a phrase can be, it is cut off in front of or behind a word that is
  /// one, while the two together are said more widely.
  ///
  /// - Parameter word: at a place of the corpus.
  mutating func markFragments(word: (Int) -> UInt32) {
    var places: [UInt64: Int] = [:]
    places.reserveCapacity(count)
    for phrase in indices { places[hash(self[phrase].range, word)] = phrase }
    var goesBefore: [UInt32: Int] = [:]
    var goesBehind: [UInt32: Int] = [:]
    for phrase in indices where self[phrase].length > 1 {
      let range = self[phrase].range
      for part in [range.dropFirst(), range.dropLast()] {
        guard let place = places[hash(part, word)],
          self[phrase].comments.count * 4 >= self[place].comments.count * 3
        else { continue }
        self[place].isFragment = true
        if part.count == 1, part.lowerBound == range.lowerBound {
          goesBefore[word(part.lowerBound)] = self[phrase].comments.count
        } else if part.count == 1 {
          goesBehind[word(part.lowerBound)] = self[phrase].comments.count
        }
      }
    }
    let longest = self.map(\.length).max() ?? 0
    for phrase in indices where self[phrase].length == Swift.max(3, longest) {
      let range = self[phrase].range
      let together = Swift.max(
        goesBehind[word(range.lowerBound)] ?? 0,
        goesBefore[word(range.upperBound - 1)] ?? 0
      )
      if together * 3 > self[phrase].comments.count * 4 { self[phrase].isFragment = true }
    }
  }

  private func hash(_ range: Range<Int>, _ word: (Int) -> UInt32) -> UInt64 {
    range.reduce(WordHash.start) { WordHash.finished($0 &+ UInt64(word($1))) }
  }
}
