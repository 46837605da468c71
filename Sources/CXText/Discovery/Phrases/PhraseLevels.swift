/// The runs of one length that are in enough comments, place by place, and from them those that
/// are a word longer.
struct PhraseLevels {
  private let corpus: CommentCorpus
  private let commentsMin: Int
  /// The number of the run that begins at each place; 0 where none does that is frequent.
  private var runs: [UInt32]
  private var runCount: Int

  init(corpus: CommentCorpus, commentsMin: Int) {
    self.corpus = corpus
    self.commentsMin = commentsMin
    runs = corpus.words
    runCount = corpus.vocabulary.count
    dropRare()
  }

  /// Joins the runs at neighbouring places, which share all but their first and last word.
  mutating func lengthen() {
    var numbers = PairNumbers(expected: runs.count)
    let parts = corpus.vocabulary.parts
    for comment in 0..<corpus.count {
      let range = corpus.range(of: comment)
      guard !range.isEmpty else { continue }
      var isJoinable = !parts[Int(corpus.words[range.lowerBound])].contains(.alone)
      for place in range.dropLast() {
        let (first, second) = (runs[place], runs[place + 1])
        let nextIsJoinable = !parts[Int(corpus.words[place + 1])].contains(.alone)
        runs[place] =
          first != 0 && second != 0 && isJoinable && nextIsJoinable
          ? numbers.number(first, second) : 0
        isJoinable = nextIsJoinable
      }
      runs[range.upperBound - 1] = 0
    }
    runCount = numbers.count
    dropRare()
  }

  /// Adds the runs that are phrases, each with its comments.
  func collect(
    length: Int,
    into phrases: inout [IndexedPhrase],
    _ comments: inout [UInt32]
  ) {
    // How often, and in which comment last: side by side, since both are looked at together.
    var seen = Array(repeating: SIMD2<Int32>(0, -1), count: runCount)
    var places = Array(repeating: 0, count: runCount)
    each(length: length) { run, place, comment in
      guard seen[run].y != comment else { return }
      if seen[run].x == 0 { places[run] = place }
      seen[run] = SIMD2(seen[run].x &+ 1, comment)
    }
    // From here on, where in the list a run’s next comment goes; -1 for those left out.
    var end = comments.count
    for run in seen.indices {
      let count = Int(seen[run].x)
      guard count >= commentsMin else {
        seen[run] = SIMD2(-1, -1)
        continue
      }
      seen[run] = SIMD2(Int32(truncatingIfNeeded: end), -1)
      phrases.append(IndexedPhrase(place: places[run], length: length, comments: end..<end + count))
      end += count
    }
    comments.append(contentsOf: repeatElement(0, count: end - comments.count))
    each(length: length) { run, _, comment in
      guard seen[run].x >= 0, seen[run].y != comment else { return }
      comments[Int(seen[run].x)] = UInt32(truncatingIfNeeded: comment)
      seen[run] = SIMD2(seen[run].x &+ 1, comment)
    }
  }

  /// Every place where a run is a phrase, in the comment’s language.
  @inline(__always)
  private func each(length: Int, _ body: (_ run: Int, _ place: Int, _ comment: Int32) -> Void) {
    let parts = corpus.vocabulary.parts
    for comment in 0..<corpus.count {
      let language = corpus.languages[comment]
      let notFirst = WordPart.notFirst(in: language)
      let notLast = WordPart.notLast(in: language)
      for place in corpus.range(of: comment) where runs[place] != 0 {
        if parts[Int(corpus.words[place])].isDisjoint(with: notFirst),
          parts[Int(corpus.words[place + length - 1])].isDisjoint(with: notLast)
        {
          body(Int(runs[place]), place, Int32(truncatingIfNeeded: comment))
        }
      }
    }
  }

  private mutating func dropRare() {
    // How often, and in which comment last: side by side, since both are looked at together.
    var seen = Array(repeating: SIMD2<Int32>(0, -1), count: runCount)
    for comment in 0..<corpus.count {
      let own = Int32(truncatingIfNeeded: comment)
      for place in corpus.range(of: comment) where runs[place] != 0 {
        let run = Int(runs[place])
        if seen[run].y != own { seen[run] = SIMD2(seen[run].x &+ 1, own) }
      }
    }
    for place in runs.indices where runs[place] != 0 {
      if seen[Int(runs[place])].x < commentsMin { runs[place] = 0 }
    }
  }
}
