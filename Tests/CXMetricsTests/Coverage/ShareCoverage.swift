import CXMetrics

extension CoverageStudy {
  /// True shares from 5 % through 95 %.
  private static let shareTruths = stride(from: 0.05, through: 0.9501, by: 0.01).map { $0 }

  static let shares =
    [10, 50, 200].map { n in
      Self("Wilson", "\(n) trials, true shares 5–95 %") {
        try .ofShares(n, shareTruths) { try Proportion(successes: $0, trials: n).interval }
      }
    }
    + [10, 50].map { n in
      Self("Clopper–Pearson", "\(n) trials, true shares 5–95 %", claim: .atLeast) {
        try .ofShares(n, shareTruths) {
          try Proportion(successes: $0, trials: n).exactInterval()
        }
      }
    }
    + [(30, 30), (20, 60)].map { n in
      Self("Newcombe", "\(n.0) against \(n.1) trials, true shares 10–90 %") {
        let shares = stride(from: 0.1, through: 0.901, by: 0.2).map { $0 }
        return try .ofShareDifferences(
          n,
          shares.flatMap { a in shares.map { (a, $0) } }
        ) {
          try TwoProportions(($0, n.0), ($1, n.1)).interval
        }
      }
    }

  static let counts = [
    Self("Garwood", "true means of 0.5 through 30 complaints", claim: .atLeast) {
      try .ofCounts(stride(from: 0.5, through: 30, by: 0.25).map { $0 }) {
        try ComplaintRate(complaints: $0, transactions: 1000).interval
      }
    }
  ]
}
