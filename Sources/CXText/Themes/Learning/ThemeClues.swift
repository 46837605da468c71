/// What a comment holds that may tell its themes; filled again and again.
struct ThemeClues {
  /// By theme: whether one of its words is there.
  private(set) var isTouched: [Bool]
  /// What touches, in the comment’s order.
  private(set) var touches: [ThemeWords.Touch] = []
  /// The comment without the words that touch a theme.
  private(set) var rest = ReadComment()
  /// The numbers of its words and pairs of words, each once.
  private(set) var pieces: [UInt64] = []

  private let words: ThemeWords
  private var isHidden: [Bool] = []

  init(_ words: ThemeWords, themes: Int) {
    self.words = words
    isTouched = Array(repeating: false, count: themes)
  }

  /// Looks for the words of themes.
  mutating func find(in comment: borrowing ReadComment) {
    for theme in isTouched.indices { isTouched[theme] = false }
    words.find(in: comment, &touches)
    for touch in touches { isTouched[touch.theme] = true }
  }

  /// Sets the comment without them aside, after ``find(in:)``.
  mutating func hide(in comment: borrowing ReadComment) {
    isHidden.removeAll(keepingCapacity: true)
    isHidden.append(contentsOf: repeatElement(false, count: comment.words.count))
    for touch in touches {
      for word in touch.words { isHidden[word] = true }
    }
    rest.copy(of: comment) { !isHidden[$0] }
  }

  /// Numbers the words of a comment and its pairs of neighbours.
  mutating func number(_ comment: borrowing ReadComment) {
    pieces.removeAll(keepingCapacity: true)
    var before: UInt64?
    for word in comment.words {
      guard ThemeSteps.isFollowed(word.kind) else {
        before = nil
        continue
      }
      let hash = WordHash.of(comment.bytes, in: word.form)
      pieces.append(hash)
      if let before { pieces.append(Self.pair(before, hash)) }
      before = hash
    }
    pieces.sort()
    var kept = 0
    for place in pieces.indices where place == 0 || pieces[place] != pieces[place - 1] {
      pieces[kept] = pieces[place]
      kept += 1
    }
    pieces.removeSubrange(kept...)
  }

  static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    WordHash.finished(first &* 0x9E37_79B9_7F4A_7C15 ^ second)
  }
}

extension ReadComment {
  /// Takes the place of another comment without some of its words.
  fileprivate mutating func copy(of comment: borrowing ReadComment, _ isKept: (Int) -> Bool) {
    bytes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    bytes.append(0x20)
    for (place, word) in comment.words.enumerated() where isKept(place) {
      let start = bytes.count
      bytes.append(contentsOf: comment.bytes[word.form])
      finish(word.kind, from: start, source: word.source)
    }
  }
}
