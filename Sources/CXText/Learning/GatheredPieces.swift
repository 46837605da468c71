/// The pieces of comments as they come, and their words, each once in a comment.
struct GatheredPieces {
  private let commentReader = CommentReader()
  private var comment = ReadComment()
  private var reader: PieceReader

  /// All pieces of words.
  private(set) var pieces = PieceTable(expecting: 1 << 16)

  /// Of each piece whether listed opinions tell it.
  private(set) var areOfOpinions: [Bool] = []

  /// The row in which each piece was met last.
  private var lastRows: [Int32] = []

  /// How many comments hold each piece.
  private(set) var commentCounts: [Int32] = []

  /// All words by their spelling.
  private(set) var spellings = Spellings()

  /// The pieces of all comments, one comment after the other.
  private(set) var commentPieces: [UInt32] = []

  /// Their words.
  private(set) var commentWords: [UInt32] = []

  /// Where each comment’s pieces and words end.
  private(set) var ends: [(pieces: Int, words: Int)] = []

  init(_ recipe: PieceRecipe) { reader = PieceReader(recipe) }

  mutating func add(_ text: String) {
    commentReader.read(text, into: &comment)
    let row = Int32(ends.count)
    reader.forEach(of: comment) { piece in
      let number = pieces.column(adding: piece.hash)
      if number == lastRows.count {
        lastRows.append(row)
        commentCounts.append(1)
        areOfOpinions.append(piece.isOfOpinions)
      } else if lastRows[number] == row {
        return
      } else {
        lastRows[number] = row
        commentCounts[number] += 1
      }
      commentPieces.append(UInt32(number))
    }
    if reader.recipe.charactersMost > 0 {
      for (word, hash) in zip(comment.words, reader.wordHashes) where word.kind == .word {
        let number = spellings.number(of: word, hash, in: comment, reader)
        if spellings.isFirst(number, in: row) { commentWords.append(number) }
      }
    }
    ends.append((commentPieces.count, commentWords.count))
  }
}

/// Words and the runs of characters in each, found once for each word.
struct Spellings {
  /// The words met, by their numbers.
  private(set) var words: [UInt64: UInt32] = [:]

  /// All runs of characters.
  private(set) var runs = PieceTable(expecting: 1 << 14)

  /// How many words hold each run.
  private(set) var wordCounts: [Int32] = []

  /// The runs of each word, each once.
  private var runsOfWords: [[UInt32]] = []

  /// The row in which each word was met last.
  private var lastRows: [Int32] = []

  mutating func number(
    of word: ReadComment.Word,
    _ hash: UInt64,
    in comment: borrowing ReadComment,
    _ reader: PieceReader
  ) -> UInt32 {
    if let known = words[hash] { return known }
    var found: [UInt32] = []
    reader.forEachOfCharacters(of: word, in: comment) { run in
      let number = UInt32(runs.column(adding: run))
      if number == wordCounts.count { wordCounts.append(0) }
      if !found.contains(number) { found.append(number) }
    }
    for run in found { wordCounts[Int(run)] += 1 }
    words[hash] = UInt32(runsOfWords.count)
    runsOfWords.append(found)
    lastRows.append(-1)
    return UInt32(runsOfWords.count - 1)
  }

  /// Whether a word was not met in a row before.
  mutating func isFirst(_ word: UInt32, in row: Int32) -> Bool {
    defer { lastRows[Int(word)] = row }
    return lastRows[Int(word)] != row
  }

  /// Each word’s chosen runs, weighed by rarity and brought to length 1.
  func vectors(
    _ columnOfRun: [UInt32],
    _ rarities: [Float]
  ) -> [[(column: UInt32, value: Float)]] {
    runsOfWords.map { found in
      let chosen = found.map { columnOfRun[Int($0)] }.filter { $0 > 0 }
      let square = chosen.reduce(Float(0)) { $0 + rarities[Int($1)] * rarities[Int($1)] }
      let scale = square > 0 ? 1 / square.squareRoot() : 0
      return chosen.map { ($0, scale * rarities[Int($0)]) }
    }
  }
}
