internal import CXMetrics
private import Foundation

/// What judged examples taught about one theme, beyond its words and what stands around them.
struct ThemeLesson: Hashable, Sendable {
  /// Of a touched comment, of any comment, and of the context’s logit.
  private var touched: Double = 0
  private var start: Double = 0
  private var context: Double = 0
  /// By number of a piece.
  private var weights: [UInt64: Float] = [:]

  /// What it costs to have an example wrong, and a comment that nobody judged.
  private static let (cost, costOfOthers): (Float, Float) = (10, 0.3)

  /// A comment with a word of the theme is silenced only if what was learned is quite sure.
  private static let leastOfTouched = -0.8

  /// One example with its clues.
  struct Example {
    let pieces: [UInt64]
    let isTouched: Bool
    let context: Double
    let isAbout: Bool

    var prior: Double { ThemePrior.logit(isTouched: isTouched, context: context) }
  }

  /// Whether it may tell comments without a word of the theme, and silence those with one.
  var adds = true
  var removes = true

  /// - Parameters:
  ///   - judged: the examples.
  ///   - others: comments that nobody judged, as their words have them; each counts a little.
  ///   - rarity: how rare a piece is among all comments.
  init(_ judged: [Example], _ others: [Example], _ rarity: (UInt64) -> Float) {
    let examples = judged + others
    var columns: [UInt64: Int] = [:]
    var numbers: [UInt64] = []
    var rows = SparseRows()
    for example in examples {
      rows.append(0, 1)
      rows.append(1, example.isTouched ? 1 : 0)
      rows.append(2, Float(example.context / 3))
      let scale = 1 / Float(max(1, example.pieces.count)).squareRoot()
      for piece in example.pieces {
        let column = columns[piece] ?? numbers.count + 3
        if column == numbers.count + 3 {
          columns[piece] = column
          numbers.append(piece)
        }
        rows.append(column, scale * rarity(piece))
      }
      rows.endRow()
    }
    var variances = [Float](repeating: 1, count: numbers.count + 3)
    (variances[0], variances[1], variances[2]) = (0.1, 0.05, 0.1)
    let found = LogisticSearch(
      rows: rows,
      variances: variances,
      isMember: examples.map(\.isAbout),
      costs: Array(repeating: Self.cost, count: judged.count)
        + Array(repeating: Self.costOfOthers, count: others.count),
      roundsMost: 60,
      offsets: examples.map { Float($0.prior) }
    ).weights(seed: 1, from: 0)
    (start, touched, context) = (Double(found[0]), Double(found[1]), Double(found[2]) / 3)
    for (place, number) in numbers.enumerated() where found[place + 3] != 0 {
      weights[number] = found[place + 3] * rarity(number)
    }
  }

  /// How much more likely a comment is about the theme, as a logit.
  func logit(_ pieces: [UInt64], isTouched: Bool, context: Double) -> Double {
    let sum = pieces.reduce(Float(0)) { $0 + weight(of: $1) }
    return logit(of: sum, pieces.count, isTouched: isTouched, context: context)
  }

  /// The same from what the pieces weigh together.
  func logit(of sum: Float, _ count: Int, isTouched: Bool, context: Double) -> Double {
    start + (isTouched ? touched : 0) + self.context * context
      + Double(sum / Float(max(1, count)).squareRoot())
  }

  /// The pieces that weigh anything, in no order.
  var pieces: [UInt64] { Array(weights.keys) }

  /// What one piece weighs, before it is divided by the root of how many there are.
  func weight(of piece: UInt64) -> Float { weights[piece] ?? 0 }

  /// Whether a comment of that logit is told.
  func isTold(_ logit: Double, isTouched: Bool) -> Bool {
    isTouched ? !removes || logit > Self.leastOfTouched : adds && logit > 0
  }

  func isTold(_ example: Example) -> Bool {
    let learned = logit(example.pieces, isTouched: example.isTouched, context: example.context)
    return isTold(example.prior + learned, isTouched: example.isTouched)
  }

  /// What one piece weighs in a comment of so many.
  func weight(of piece: UInt64, among count: Int) -> Double {
    Double(weight(of: piece) / Float(max(1, count)).squareRoot())
  }
}
