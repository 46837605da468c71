import CXMetrics
import Foundation

extension CoverageStudy {
  private static let rho = 0.5

  /// Two normal values that correlate by ½.
  private static func pair(_ draws: inout RandomDraws) -> (Double, Double) {
    let x = draws.normal()
    return (x, rho * x + (1 - rho * rho).squareRoot() * draws.normal())
  }

  static let dependence = [
    Self("Pearson, Fisher’s z", "25 pairs of normal values, true r 0.5") {
      try .simulated(10_000, stream: 8, truth: rho) { draws in
        var pairs = PairMoments()
        for _ in 0..<25 {
          let (x, y) = pair(&draws)
          try pairs.add(x, y)
        }
        return try Correlation(pairs).interval
      }
    },
    Self("Spearman, Bonett–Wright", "25 pairs of normal values, true r 0.5") {
      try .simulated(3000, stream: 9, truth: 6 / Double.pi * asin(rho / 2)) { draws in
        let pairs = (0..<25).map { _ in pair(&draws) }
        return try RankCorrelation.correlation(pairs.map(\.0), pairs.map(\.1)).interval
      }
    },
    Self("Within units, Fisher’s z", "12 units of 4 pairs, true r within 0.5") {
      try .simulated(4000, stream: 10, truth: rho) { draws in
        var units: [PairMoments] = []
        for _ in 0..<12 {
          let (level, other) = (3 * draws.normal(), -3 * draws.normal())
          var unit = PairMoments()
          for _ in 0..<4 {
            let (x, y) = pair(&draws)
            try unit.add(level + x, other + y)
          }
          units.append(unit)
        }
        return try RepeatedMeasuresCorrelation(units).interval
      }
    },
    Self("Cronbach’s alpha, Feldt", "30 respondents, 4 normal items of correlation ½") {
      // k r / (1 + (k − 1) r).
      try .simulated(3000, stream: 11, truth: 0.8) { draws in
        var table = ItemCovariances(columns: 4)
        for _ in 0..<30 {
          let common = draws.normal()
          try table.add((0..<4).map { _ in common + draws.normal() })
        }
        return try CronbachAlpha(table).interval
      }
    },
  ]
}
