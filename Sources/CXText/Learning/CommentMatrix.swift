private import Foundation

/// Comments as rows of the pieces they hold.
///
/// - Formula: a piece in d of n comments has the rarity (1 + ln((1 + n)/(1 + d)))^¾, 0.7 of it
///   where listed opinions tell the piece; the rarities of a row are brought to length 1. Beside
///   them stands the mean spelling of its m unlike words, times √m: each word’s runs of characters
///   by their rarity among words, brought to length 1 for each word. Column 0 is 1 in every row.
struct CommentMatrix {
  private(set) var rows = SparseRows()

  /// By column.
  private(set) var rarities: [Float] = [1]

  /// By column; column 0 has none.
  private(set) var hashes: [UInt32] = [0]

  var columnCount: Int { rarities.count }

  /// How much a piece that listed opinions tell weighs beside one of the comment’s own words
  /// (`docs/text.md`).
  private static let shareOfOpinions: Float = 0.7

  /// Reads all comments once.
  init(_ comments: [String], _ recipe: PieceRecipe) {
    var gathered = GatheredPieces(recipe)
    for comment in comments { gathered.add(comment) }
    for (piece, count) in gathered.commentCounts.enumerated() {
      addColumn(gathered.pieces.hashes[piece], count, of: comments.count)
      if gathered.areOfOpinions[piece] { rarities[piece + 1] *= Self.shareOfOpinions }
    }
    let columnOfRun = chooseRuns(gathered.spellings)
    let spellings = gathered.spellings.vectors(columnOfRun, rarities)
    var sum = SparseSum(columns: columnCount)
    for (row, ends) in gathered.ends.enumerated() {
      let start = row == 0 ? (pieces: 0, words: 0) : gathered.ends[row - 1]
      rows.append(0, 1)
      append(gathered.commentPieces[start.pieces..<ends.pieces].map { $0 + 1 })
      let words = gathered.commentWords[start.words..<ends.words]
      for word in words { sum.add(spellings[Int(word)]) }
      sum.move(to: &rows, scale: 1 / Float(max(1, words.count)).squareRoot())
      rows.endRow()
    }
  }

  /// Comments as rows of a model’s pieces, those of words that are new to it after its own.
  ///
  /// The columns are the model’s, moved by one for column 0.
  init(_ comments: [String], in model: TextModel) {
    rarities += model.rarities
    hashes += model.hashes
    let newest = model.rarities.max() ?? 1
    let commentReader = CommentReader()
    var comment = ReadComment()
    var reader = PieceReader(model.recipe)
    var table = PieceTable(hashes: model.hashes)
    for text in comments {
      commentReader.read(text, into: &comment)
      rows.append(0, 1)
      var pieces: Set<UInt32> = []
      reader.forEach(of: comment) { pieces.insert(UInt32(table.column(adding: $0.hash))) }
      for hash in table.hashes[(hashes.count - 1)...] {
        hashes.append(hash)
        rarities.append(newest)
      }
      append(pieces.sorted().map { $0 + 1 })
      appendSpellings(comment, reader, table)
      rows.endRow()
    }
  }

  private mutating func appendSpellings(
    _ comment: ReadComment,
    _ reader: PieceReader,
    _ table: PieceTable
  ) {
    guard reader.recipe.charactersMost > 0 else { return }
    let words = reader.unlikeWords(of: comment)
    var sums: [UInt32: Float] = [:]
    for word in words {
      var runs: Set<Int> = []
      reader.forEachOfCharacters(of: comment.words[word], in: comment) { run in
        if let column = table.column(of: run) { runs.insert(column + 1) }
      }
      let ordered = runs.sorted()
      let square = ordered.reduce(Float(0)) { $0 + rarities[$1] * rarities[$1] }
      for column in ordered {
        sums[UInt32(column), default: 0] += rarities[column] / square.squareRoot()
      }
    }
    let scale = 1 / Float(max(1, words.count)).squareRoot()
    for (column, sum) in sums.sorted(by: { $0.key < $1.key }) {
      rows.append(Int(column), scale * sum)
    }
  }

  private mutating func addColumn(_ hash: UInt32, _ count: Int32, of all: Int) {
    let rarity = 1 + log(Double(1 + all) / Double(1 + count))
    rarities.append(Float(pow(rarity, 0.75)))
    hashes.append(hash)
  }

  /// The columns of runs of characters; 0 for those that only one word has, which says as much.
  private mutating func chooseRuns(_ spellings: Spellings) -> [UInt32] {
    spellings.wordCounts.enumerated().map { run, count in
      guard count >= PieceRecipe.wordsWithCharacters else { return 0 }
      addColumn(spellings.runs.hashes[run], count, of: spellings.words.count)
      return UInt32(rarities.count - 1)
    }
  }

  private mutating func append(_ columns: [UInt32]) {
    var square: Float = 0
    let first = rows.values.count
    for column in columns {
      let rarity = rarities[Int(column)]
      rows.append(Int(column), rarity)
      square += rarity * rarity
    }
    rows.scale(from: first, by: square > 0 ? 1 / square.squareRoot() : 0)
  }
}

/// A sum of sparse vectors.
private struct SparseSum {
  private var sums: [Float]
  private var touched: [UInt32] = []

  init(columns: Int) { sums = Array(repeating: 0, count: columns) }

  mutating func add(_ vector: [(column: UInt32, value: Float)]) {
    for (column, value) in vector {
      // Values are above 0, so a sum of 0 was not touched.
      if sums[Int(column)] == 0 { touched.append(column) }
      sums[Int(column)] += value
    }
  }

  mutating func move(to rows: inout SparseRows, scale: Float) {
    for column in touched {
      rows.append(Int(column), scale * sums[Int(column)])
      sums[Int(column)] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }
}
