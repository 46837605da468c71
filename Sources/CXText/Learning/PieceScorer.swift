/// Adds up what the pieces of a comment weigh.
struct PieceScorer {
  /// Of the comment scored last, by label.
  private(set) var scores: [Float]

  private let starts: [Float]
  private var reader: PieceReader
  private let table: PieceTable
  private var spellings: SpellingScores

  /// For each piece the number of the comment that held it last, its rarity, and its weight for
  /// each label: side by side, since all are wanted at once.
  private var records: [Float]
  private let width: Int
  private var number: UInt32 = 0
  private var found: [UInt32] = []
  private var fetched: [UInt64] = []
  private var columns: [Int] = []
  private var sums: [Float]

  init(_ model: TextModel) {
    starts = model.starts
    scores = model.starts
    sums = model.starts
    reader = PieceReader(model.recipe)
    table = PieceTable(hashes: model.hashes)
    width = 2 + model.labels.count
    spellings = SpellingScores(labels: model.labels.count)
    records = []
    records.reserveCapacity(model.hashes.count * width)
    for column in model.hashes.indices {
      records.append(0)
      records.append(model.rarities[column])
      let first = column * model.labels.count
      records += model.weights[first..<first + model.labels.count]
    }
  }

  /// Scores a comment.
  mutating func score(_ comment: borrowing ReadComment) {
    found.removeAll(keepingCapacity: true)
    reader.forEach(of: comment) { found.append($0.hash) }
    columns.removeAll(keepingCapacity: true)
    table.find(found, &fetched, &columns)
    addWords()
    if reader.recipe.charactersMost > 0 { addSpellings(comment) }
  }

  private mutating func addWords() {
    for label in scores.indices { scores[label] = 0 }
    let square = Self.add(columns, nextStamp(), width, &records, &scores)
    let scale = square > 0 ? 1 / square.squareRoot() : 0
    for label in scores.indices { scores[label] = starts[label] + scale * scores[label] }
  }

  /// Adds the records of columns to scores, each once; the square of their rarities’ length.
  private static func add(
    _ columns: [Int],
    _ stamp: UInt32,
    _ width: Int,
    _ records: inout [Float],
    _ scores: inout [Float]
  ) -> Float {
    var square: Float = 0
    var records = records.mutableSpan
    var scores = scores.mutableSpan
    for column in columns {
      let first = column * width
      guard records[first].bitPattern != stamp else { continue }
      records[first] = Float(bitPattern: stamp)
      square += records[first + 1] * records[first + 1]
      for label in 0..<scores.count { scores[label] += records[first + 2 + label] }
    }
    return square
  }

  private mutating func addSpellings(_ comment: borrowing ReadComment) {
    for label in scores.indices { sums[label] = 0 }
    var count: Float = 0
    let hashes = reader.wordHashes
    spellings.beginComment()
    for (place, word) in comment.words.enumerated() where word.kind == .word {
      let first: Int
      switch spellings.place(of: hashes[place]) {
      case .counted: continue
      case .known(let place): first = place
      case .new: first = learn(word, hashes[place], in: comment)
      }
      count += 1
      for label in scores.indices { sums[label] += spellings.scores[first + label] }
    }
    let scale = 1 / max(1, count).squareRoot()
    for label in scores.indices { scores[label] += scale * sums[label] }
  }

  /// What a word’s spelling weighs for each label, found once for all its comments.
  private mutating func learn(
    _ word: ReadComment.Word,
    _ hash: UInt64,
    in comment: borrowing ReadComment
  ) -> Int {
    var square: Float = 0
    let stamp = nextStamp()
    let first = spellings.makeRoom(for: hash)
    reader.forEachOfCharacters(of: word, in: comment) { run in
      guard let column = table.column(of: run) else { return }
      let record = column * width
      guard records[record].bitPattern != stamp else { return }
      records[record] = Float(bitPattern: stamp)
      square += records[record + 1] * records[record + 1]
      for label in scores.indices {
        spellings.scores[first + label] += records[record + 2 + label]
      }
    }
    let scale = square > 0 ? 1 / square.squareRoot() : 0
    for label in scores.indices { spellings.scores[first + label] *= scale }
    return first
  }

  private mutating func nextStamp() -> UInt32 {
    number &+= 1
    if number == 0 {
      for first in stride(from: 0, to: records.count, by: width) { records[first] = 0 }
      number = 1
    }
    return number
  }
}
