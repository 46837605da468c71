import CXMetrics
import Listen
import Tabular

/// What the columns of a file are good for: scores, purchases, pairs of expectation and
/// perception, words.
struct FileContents: Hashable, Sendable {
  /// The column with answers to the ultimate question, and their scale.
  var score: Score?

  /// Columns of expectation and perception, item by item.
  var pairs: [Pair] = []
  var purchases: PurchaseColumns?

  /// The column with what people wrote.
  var comment: Int?

  /// The column with the day of an answer.
  var date: Int?

  struct Score: Hashable, Sendable {
    let column: Int
    let scale: RecommendScale
  }

  struct Pair: Hashable, Sendable {
    let expectation: Int
    let perception: Int
  }

  var isEmpty: Bool { score == nil && pairs.isEmpty && purchases == nil && comment == nil }

  /// Recognises columns by their names, in three languages, and by what stands in them.
  init(_ header: Header, _ sample: ColumnSample) {
    pairs = Self.pairs(in: header)
    let columns = header.names.enumerated().map { place, name in
      Column(place: place, name: ColumnWords.folded(name), traits: sample.traits(of: place))
    }
    score = Self.score(in: columns)
    // A row of a survey is an answer, whatever numbers else it holds.
    if score == nil && pairs.isEmpty { purchases = PurchaseColumns(header, sample) }
    comment =
      columns.filter { $0.traits.wholeShare < 0.5 && $0.traits.sentenceShare >= 0.5 }
      .first { ColumnWords.fit($0.name, .comment) > 0 }?.place
    date =
      columns.filter { $0.traits.dateShare >= 0.9 && $0.traits.wholeShare < 0.5 }
      .max { ColumnWords.fit($0.name, .at) < ColumnWords.fit($1.name, .at) }?.place
  }

  private struct Column {
    let place: Int
    let name: String
    let traits: ColumnTraits
  }

  /// `E1` beside `P1`, and so on up from 1 until a number is missing.
  private static func pairs(in header: Header) -> [Pair] {
    let places = Dictionary(
      header.names.enumerated().map { ($1.uppercased(), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var pairs: [Pair] = []
    while let expectation = places["E\(pairs.count + 1)"],
      let perception = places["P\(pairs.count + 1)"]
    {
      pairs.append(Pair(expectation: expectation, perception: perception))
    }
    return pairs
  }

  /// The best-named column whose values are scores. Read as 0–10: that no zero stands in the first
  /// rows proves nothing.
  private static func score(in columns: [Column]) -> Score? {
    let scales = columns.filter { $0.traits.share(on: 0...10) >= 0.8 && $0.traits.count > 0 }
    let best = scales.max {
      ColumnWords.fit($0.name, .recommend) < ColumnWords.fit($1.name, .recommend)
    }
    guard let best, ColumnWords.fit(best.name, .recommend) > 0 else { return nil }
    return Score(column: best.place, scale: .zeroToTen)
  }
}
