/// Whether two samples differ, by dealing their values out anew many times.
///
/// - Formula: p = (1 + deals whose difference is at least as far from 0 as the one seen) /
///   (1 + deals).
/// - Units: a p-value, two-sided, never 0.
/// - Complexity: O(n · deals), on all cores; the same for any number of threads.
/// - Beware: asks whether all values could have come from either sample, hence also finds a
///   difference in spread alone.
/// - Source: E. J. G. Pitman, Supplement to the Journal of the Royal Statistical Society 4, 1937;
///   B. Phipson and G. K. Smyth, Statistical Applications in Genetics and Molecular Biology 9,
///   2010.
public struct PermutationTest: Hashable, Sendable, BitwiseCopyable {
  /// The statistic of the first sample less that of the second.
  public let difference: Double

  /// Two-sided.
  public let pValue: Double

  /// Deal i draws from stream i of `SeededGenerator`.
  ///
  /// - Throws: `noData` for an empty sample; `invalidInput` for values that are not finite and for
  ///   numbers of deals outside 1 through a million.
  public init(
    _ first: [Double],
    _ second: [Double],
    _ statistic: SampleStatistic = .mean,
    deals: Int = Bootstrap.usualResamples,
    seed: UInt64 = SeededGenerator.usualSeed
  ) throws(MetricRefusal) {
    guard !first.isEmpty, !second.isEmpty else { throw .noData }
    guard (1...Bootstrap.resamplesMax).contains(deals), first.allSatisfy(\.isFinite),
      second.allSatisfy(\.isFinite)
    else { throw .invalidInput }
    let seen = statistic.value(first) - statistic.value(second)
    guard seen.isFinite else { throw .invalidInput }
    // The same values in another order add up to the same number but for rounding.
    let largest = (first + second).reduce(0) { max($0, abs($1)) }
    let bound = abs(seen) - 1e-12 * largest
    let asFar = ParallelParts.flatMap(deals, inPartsOf: 32) { range in
      var all = first + second
      return range.map { deal in
        // Every deal starts from the same order, so that it does not matter who dealt before.
        all.replaceSubrange(..<first.count, with: first)
        all.replaceSubrange(first.count..., with: second)
        var generator = SeededGenerator(seed: seed, stream: UInt64(deal))
        for place in first.indices {
          all.swapAt(place, place + generator.next(below: all.count - place))
        }
        let dealt =
          statistic.value(Array(all[..<first.count])) - statistic.value(Array(all[first.count...]))
        return abs(dealt) >= bound
      }
    }.count { $0 }
    difference = seen
    pValue = Double(1 + asFar) / Double(1 + deals)
  }
}

extension PermutationTest: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "1, 2, 3 against 101, 102, 103: one deal in ten is as far",
      gives: ["difference": -100, "p is near 0.1": 1]
    ) { () throws(MetricRefusal) in
      let test = try Self([1, 2, 3], [101, 102, 103], deals: 10_000)
      // Four standard deviations of a share of 0.1 among ten thousand deals.
      return [test.difference, abs(test.pValue - 0.1) < 0.012 ? 1 : 0]
    },
    MetricExample("two samples all alike", gives: ["p": 1]) { () throws(MetricRefusal) in
      [try Self([4, 4], [4, 4, 4]).pValue]
    },
    MetricExample("an empty sample", refuses: .noData) { () throws(MetricRefusal) in
      [try Self([], [1]).pValue]
    },
  ]
}
