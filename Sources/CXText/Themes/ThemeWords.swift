/// Tells by words alone which themes a comment touches, and which of its words do it.
///
/// All words and phrases of all themes are followed at once, word by word, from each word of the
/// comment. They are read as the comments are, so that spelling, capitals and old or new tone marks
/// make no difference where the reader makes none.
///
/// - Complexity: linear in the comment for phrases of limited length; independent of how many
///   themes and words there are.
public struct ThemeWords: Sendable {
  /// Words of a comment that touch a theme.
  public struct Touch: Hashable, Sendable {
    /// The theme’s place in the list given.
    public let theme: Int
    /// The words’ places in ``ReadComment/words``.
    public let words: Range<Int>
  }

  private var steps = ThemeSteps()

  /// Takes in the words of themes in all their languages; phrases without a word are left out.
  public init(themes: [Theme], reader: CommentReader = CommentReader()) {
    var read = ReadComment()
    for (place, theme) in themes.enumerated() {
      // In a fixed order, since a dictionary’s differs from run to run.
      for language in ThemeLanguage.allCases {
        for phrase in theme.words[language] ?? [] {
          let isStem = phrase.hasSuffix("*")
          reader.read(isStem ? String(phrase.dropLast()) : phrase, into: &read)
          steps.append(read, isStem: isStem, theme: place)
        }
      }
    }
  }

  /// The themes a comment touches, in the order of its words.
  public func touches(in comment: ReadComment) -> [Touch] {
    var touches: [Touch] = []
    find(in: comment, &touches)
    return touches
  }

  /// The same, in the place of those found before.
  ///
  /// Of phrases of one theme that begin at the same word, the longest is told.
  public func find(in comment: ReadComment, _ touches: inout [Touch]) {
    touches.removeAll(keepingCapacity: true)
    for first in comment.words.indices {
      let begin = touches.count
      var state: UInt32 = 0
      var place = first
      while place < comment.words.count, ThemeSteps.isFollowed(comment.words[place].kind) {
        let next = steps.next(after: state, comment.bytes, comment.words[place].form) { theme in
          touches.put(Touch(theme: theme, words: first..<place + 1), from: begin)
        }
        guard let next else { break }
        state = next
        place += 1
      }
    }
  }
}

extension [ThemeWords.Touch] {
  fileprivate mutating func put(_ touch: ThemeWords.Touch, from begin: Int) {
    if let known = self[begin...].firstIndex(where: { $0.theme == touch.theme }) {
      self[known] = touch
    } else {
      append(touch)
    }
  }
}
