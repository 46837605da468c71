import CXMetrics

/// What a group's answers add up to, whether weighted or not.
struct ScoreCell: Sendable {
  private(set) var tally = Tally<11>()
  private(set) var missing = 0
  private(set) var invalid = 0

  /// Untouched unless the question has weights.
  private(set) var weighted = WeightedTally<11>()

  mutating func merge(_ other: ScoreCell) {
    tally.merge(other.tally)
    weighted.merge(other.weighted)
    missing += other.missing
    invalid += other.invalid
  }

  /// Takes in counts as `ScoreCounts` keeps them.
  mutating func add(_ counts: ArraySlice<Int32>, weights: WeightedTally<11>?) {
    for (slot, count) in counts.enumerated() where count > 0 {
      switch slot {
      case ScoreSlot.missing: missing += Int(count)
      case ScoreSlot.invalid: invalid += Int(count)
      default: tally.add(slot, times: Int(count))
      }
    }
    if let weights { weighted.merge(weights) }
  }

  func figure(for question: FileQuestion) -> FileFigure {
    let kind: FileFigure.Kind
    if question.weight == nil {
      let counts = NetPromoterCounts(tally, scale: question.scale)
      kind = .plain(NetPromoterScore.summary(of: counts, confidence: question.confidence))
    } else {
      kind = .weighted(
        WeightedNetPromoterScore(weighted, scale: question.scale, confidence: question.confidence)
      )
    }
    return FileFigure(kind: kind, missing: missing, invalid: invalid)
  }
}

/// Where an answer is counted: points 0 through 10 of the tally, then what is none.
enum ScoreSlot {
  static let missing = 11
  static let invalid = 12
  static let count = 13
}
