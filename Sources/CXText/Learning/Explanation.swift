/// Why a model gave a comment a label: the words that weighed, each with its share.
public struct Explanation: Hashable, Sendable {
  /// The label it explains.
  public let label: String

  /// Its probability, from 0 through 1.
  public let probability: Double

  /// The words of the comment that spoke for the label or against it, the weightiest first.
  public let words: [WeighedWord]

  /// A word, or what stands in the place of one, and what it weighed.
  public struct WeighedWord: Hashable, Sendable {
    /// As it was written.
    public let text: String

    /// Its place in the comment’s UTF-8.
    public let source: Range<Int>

    /// For the label above 0, against it below, in the units of the score.
    public let weight: Double

    /// Its part of all that weighed, either way, from 0 through 1; all shares add up to 1.
    public let share: Double
  }
}

extension TextClassifier {
  /// Explains a label of a comment.
  ///
  /// A piece of several words is divided among them evenly; where each comment has one label, what
  /// counts is how much more a word speaks for this label than for the likeliest other.
  ///
  /// - Throws: `unknownLabel`.
  public mutating func explanation(
    of label: String,
    for text: String
  ) throws(TextRefusal) -> Explanation {
    guard let place = model.labels.firstIndex(of: label) else { throw .unknownLabel(label) }
    let probabilities = probabilities(of: text)
    let other = probabilities.indices.filter { $0 != place }
      .max { probabilities[$0] < probabilities[$1] }
    let rival = model.labelling == .one ? other : nil
    let comment = CommentReader().read(text)
    let weights = WordWeights(model, comment, label: place, rival: rival).weights
    let sum = weights.reduce(0) { $0 + abs($1) }
    let utf8 = Array(text.utf8)
    let words = zip(comment.words, weights).filter { $1 != 0 }.map { word, weight in
      Explanation.WeighedWord(
        text: String(decoding: utf8[word.source], as: UTF8.self),
        source: word.source,
        weight: weight,
        share: abs(weight) / sum
      )
    }
    let ordered = words.sorted {
      (-abs($0.weight), $0.source.lowerBound) < (-abs($1.weight), $1.source.lowerBound)
    }
    return Explanation(label: label, probability: probabilities[place], words: ordered)
  }
}

/// What each word of one comment weighs.
private struct WordWeights {
  /// By word.
  private(set) var weights: [Double]

  private let model: TextModel
  private let table: PieceTable
  private let label: Int
  private let rival: Int?

  init(_ model: TextModel, _ comment: ReadComment, label: Int, rival: Int?) {
    self.model = model
    self.label = label
    self.rival = rival
    table = PieceTable(hashes: model.hashes)
    weights = Array(repeating: 0, count: comment.words.count)
    var reader = PieceReader(model.recipe)
    var columns: Set<Int> = []
    var found: [(place: Piece.Place, column: Int)] = []
    reader.forEach(of: comment) { piece in
      guard let column = table.column(of: piece.hash), columns.insert(column).inserted else {
        return
      }
      found.append((piece.place, column))
    }
    add(found.map { (Self.words(of: $0.place, reader), $0.column) })
    addSpellings(comment, reader)
  }

  private static func words(of place: Piece.Place, _ reader: PieceReader) -> [Int] {
    switch place {
    case .run(let words): Array(words)
    case .opinions: reader.wordsOfOpinions
    case .length: []
    }
  }

  private mutating func add(_ found: [(words: [Int], column: Int)]) {
    let square = found.reduce(0) { $0 + pow2(Double(model.rarities[$1.column])) }
    guard square > 0 else { return }
    for (words, column) in found {
      let part = weight(of: column) / square.squareRoot() / Double(max(1, words.count))
      for word in words { weights[word] += part }
    }
  }

  private mutating func addSpellings(_ comment: ReadComment, _ reader: PieceReader) {
    guard model.recipe.charactersMost > 0 else { return }
    let places = reader.unlikeWords(of: comment)
    for place in places {
      var columns: Set<Int> = []
      reader.forEachOfCharacters(of: comment.words[place], in: comment) { run in
        if let column = table.column(of: run) { columns.insert(column) }
      }
      let ordered = columns.sorted()
      let square = ordered.reduce(0) { $0 + pow2(Double(model.rarities[$1])) }
      guard square > 0 else { continue }
      let sum = ordered.reduce(0) { $0 + weight(of: $1) }
      weights[place] += sum / (square * Double(places.count)).squareRoot()
    }
  }

  private func weight(of column: Int) -> Double {
    let first = column * model.labels.count
    func scaled(_ label: Int) -> Double {
      Double(model.scales[label].slope * model.weights[first + label])
    }
    return scaled(label) - (rival.map(scaled) ?? 0)
  }

  private func pow2(_ value: Double) -> Double { value * value }
}
