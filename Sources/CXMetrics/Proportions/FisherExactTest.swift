import Foundation

/// Fisher’s exact test of a two-by-two table, two-sided.
///
/// - Formula: the chance, all margins held, of every table no likelier than the one seen.
/// - Units: a p-value.
/// - Interval: none; Newcombe’s of `TwoProportions` goes with it.
/// - Complexity: as many tables as are likelier than one in 10¹⁸, about the square root of the
///   counts.
/// - Beware: conservative; it finds less than its level says.
/// - Source: R. A. Fisher, Journal of the Royal Statistical Society 98, 1935.
public enum FisherExactTest {
  /// The p-value for two samples.
  public static func pValue(_ first: Proportion, _ second: Proportion) -> Double {
    let table = Table(first, second)
    let seen = Double(first.successes)
    let (peak, weight) = (table.mode, table.logChance(seen))
    // Tables as likely as the one seen must not be lost to rounding.
    let limit = weight + 1e-7
    if table.logChance(peak) <= limit { return 1 }
    let isLow = seen < peak
    let near = table.tail(from: seen, step: isLow ? -1 : 1)
    guard let start = table.firstBeyond(peak, step: isLow ? 1 : -1, withLogChanceUpTo: limit)
    else { return min(1, near) }
    return min(1, near + table.tail(from: start, step: isLow ? 1 : -1))
  }

  /// The hypergeometric distribution of the first sample’s successes.
  private struct Table {
    let n1: Double
    let n2: Double
    let successes: Double
    let lowest: Double
    let highest: Double

    init(_ first: Proportion, _ second: Proportion) {
      n1 = Double(first.trials)
      n2 = Double(second.trials)
      successes = Double(first.successes) + Double(second.successes)
      lowest = max(0, successes - n2)
      highest = min(n1, successes)
    }

    /// The likeliest count.
    var mode: Double {
      let peak = ((n1 + 1) * (successes + 1) / (n1 + n2 + 2)).rounded(.down)
      return min(max(peak, lowest), highest)
    }

    func logChance(_ x: Double) -> Double {
      let n = n1 + n2
      let (p, q) = (successes / n, (n - successes) / n)
      return SaddlePoint.logBinomial(x, of: n1, p: p, q: q)
        + SaddlePoint.logBinomial(successes - x, of: n2, p: p, q: q)
        - SaddlePoint.logBinomial(successes, of: n, p: p, q: q)
    }

    /// The chance of `start` and all counts farther out, summed until nothing is added.
    func tail(from start: Double, step: Double) -> Double {
      var x = start
      var chance = exp(logChance(start))
      var sum = chance
      while chance > 1e-18 * sum {
        x += step
        guard x >= lowest, x <= highest else { break }
        chance *= step > 0 ? ratio(below: x) : 1 / ratio(below: x + 1)
        sum += chance
      }
      return sum
    }

    /// How much likelier x is than x − 1.
    private func ratio(below x: Double) -> Double {
      (n1 - x + 1) * (successes - x + 1) / (x * (n2 - successes + x))
    }

    /// The first count on one side of the peak that is no likelier than the limit.
    func firstBeyond(
      _ peak: Double,
      step: Double,
      withLogChanceUpTo limit: Double
    ) -> Double? {
      var inside = peak
      var outside = step > 0 ? highest : lowest
      guard logChance(outside) <= limit else { return nil }
      while abs(outside - inside) > 1 {
        let middle = ((inside + outside) / 2).rounded(.down)
        if logChance(middle) <= limit { outside = middle } else { inside = middle }
      }
      return outside
    }
  }
}

extension FisherExactTest: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample("8 of 10 against 1 of 6", gives: ["p": 0.034965034965034975]) {
      () throws(MetricRefusal) in try figures((8, 10), (1, 6))
    },
    MetricExample("3 of 3 against 0 of 4", gives: ["p": 0.028571428571428567]) {
      () throws(MetricRefusal) in try figures((3, 3), (0, 4))
    },
    MetricExample("5 of 10 against 5 of 10", gives: ["p": 1]) {
      () throws(MetricRefusal) in try figures((5, 10), (5, 10))
    },
  ]

  private static func figures(
    _ first: (Int, Int),
    _ second: (Int, Int)
  ) throws(MetricRefusal) -> [Double?] {
    [
      pValue(
        try Proportion(successes: first.0, trials: first.1),
        try Proportion(successes: second.0, trials: second.1)
      )
    ]
  }
}
