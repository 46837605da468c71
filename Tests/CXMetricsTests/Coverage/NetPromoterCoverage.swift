import CXMetrics
import Foundation

extension CoverageStudy {
  /// Shares of promoters and detractors as companies have them.
  private static let truths: [(promoters: Double, detractors: Double)] = [
    (0.5, 0.2), (0.7, 0.15), (0.3, 0.3), (0.2, 0.5), (0.4, 0.1), (0.6, 0.3),
  ]

  private static let truthsSaid = "promoters 20–70 %, detractors 10–50 %"

  static let netPromoter =
    [30, 100].flatMap { n in
      [
        Self("NPS, adjusted Wald", "\(n) answers, \(truthsSaid)") {
          .ofNetPromoterScores(n, truths) { NetPromoterScore.summary(of: $0).adjusted }
        },
        Self("NPS, t", "\(n) answers, \(truthsSaid)") {
          .ofNetPromoterScores(n, truths) { NetPromoterScore.summary(of: $0).student }
        },
        Self("NPS, plain Wald", "\(n) answers, \(truthsSaid)", claim: .nothing) {
          .ofNetPromoterScores(n, truths) { NetPromoterScore.summary(of: $0).wald }
        },
      ]
    } + [difference, paired, weighted]

  private static let difference = Self(
    "NPS difference, adjusted",
    "50 answers against 80, scores of 30 and 0"
  ) {
    try .simulated(5000, stream: 1, truth: 30) { draws in
      var (first, second) = (NetPromoterCounts(), NetPromoterCounts())
      for _ in 0..<50 { first.merge(answer(draws.one(of: [0.5, 0.8, 1]))) }
      for _ in 0..<80 { second.merge(answer(draws.one(of: [0.3, 0.7, 1]))) }
      return try NetPromoterDifference(first, second).adjusted
    }
  }

  private static func answer(_ group: Int) -> NetPromoterCounts {
    NetPromoterCounts(
      promoters: group == 0 ? 1 : 0,
      passives: group == 1 ? 1 : 0,
      detractors: group == 2 ? 1 : 0
    )
  }

  /// Seven of ten stay in their group, two rise by one, one falls by one.
  private static let paired = Self(
    "NPS of the same customers, t",
    "60 pairs, true move 10 points"
  ) {
    .simulated(5000, stream: 2, truth: 10) { draws in
      var moves = NetPromoterMoves()
      for _ in 0..<60 {
        switch draws.one(of: [0.7, 0.9, 1]) {
        case 0: moves.add(from: .passive, to: .passive)
        case 1: moves.add(from: .passive, to: .promoter)
        default: moves.add(from: .passive, to: .detractor)
        }
      }
      return PairedNetPromoterDifference(moves).interval
    }
  }

  private static let weighted = Self(
    "Weighted NPS, adjusted Wald",
    "100 answers of log-normal weights, score 30"
  ) {
    try .simulated(3000, stream: 3, truth: 30) { draws in
      var tally = WeightedTally<11>()
      for _ in 0..<100 {
        let point = [10, 8, 3][draws.one(of: [0.5, 0.8, 1])]
        try tally.add(point, weight: exp(0.5 * draws.normal()))
      }
      return WeightedNetPromoterScore(tally, scale: .zeroToTen).adjusted
    }
  }
}
