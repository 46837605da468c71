import CXMetrics
import Foundation

/// Coverage found by drawing samples by a seed.
extension Coverage {
  /// - Parameter stream: another for each study.
  static func simulated(
    _ samples: Int,
    stream: UInt64,
    truth: Double,
    _ interval: (inout RandomDraws) throws -> Interval?
  ) rethrows -> Coverage {
    var draws = RandomDraws(stream: stream)
    var covered = 0
    for _ in 0..<samples where try interval(&draws)?.holds(truth) == true { covered += 1 }
    return Coverage(average: Double(covered) / Double(samples), least: nil, samples: samples)
  }
}

/// Numbers as chance gives them, the same for a seed.
struct RandomDraws {
  private var generator: SeededGenerator
  private var spare: Double?

  init(stream: UInt64) {
    generator = SeededGenerator(seed: SeededGenerator.usualSeed, stream: stream)
  }

  /// From 0 to below 1.
  mutating func uniform() -> Double { Double(generator.next() >> 11) * 0x1p-53 }

  /// One of several, by their cumulative shares.
  mutating func one(of cumulative: [Double]) -> Int {
    let u = uniform()
    var place = 0
    while place < cumulative.count - 1, u >= cumulative[place] { place += 1 }
    return place
  }

  /// From the Poisson distribution.
  ///
  /// - Source: D. E. Knuth, “The Art of Computer Programming”, volume 2, 3.4.1.
  mutating func count(_ mean: Double) -> Int {
    let floor = exp(-mean)
    var product = uniform()
    var count = 0
    while product > floor {
      product *= uniform()
      count += 1
    }
    return count
  }

  /// From the standard normal distribution.
  ///
  /// - Source: G. E. P. Box and M. E. Muller, Annals of Mathematical Statistics 29, 1958.
  mutating func normal() -> Double {
    if let kept = spare {
      spare = nil
      return kept
    }
    let radius = (-2 * log(1 - uniform())).squareRoot()
    let angle = 2 * Double.pi * uniform()
    spare = radius * sin(angle)
    return radius * cos(angle)
  }
}
