/// A number for each of up to four labels, which are learned at once: what a comment holds is then
/// fetched once for all of them.
typealias LabelLanes = SIMD4<Float>

/// The labels of a list, four at a time.
struct LabelGroup {
  /// The places of its labels in the list.
  let labels: Range<Int>

  static func all(of count: Int) -> [LabelGroup] {
    stride(from: 0, to: count, by: LabelLanes.scalarCount).map { first in
      LabelGroup(labels: first..<min(count, first + LabelLanes.scalarCount))
    }
  }

  /// A number for each label, in the labels’ own lanes; 0 in those that no label takes.
  func lanes(_ number: (Int) -> Float) -> LabelLanes {
    var lanes = LabelLanes.zero
    for (lane, label) in labels.enumerated() { lanes[lane] = number(label) }
    return lanes
  }

  /// By row: 1 for a label that the row has, −1 for one that it has not.
  func signs(_ comments: LabelledComments) -> [LabelLanes] {
    comments.places.map { places in lanes { places.contains($0) ? 1 : -1 } }
  }
}

extension LabelLanes {
  /// Between 0 and 1, as the logistic function has it, to seven digits.
  ///
  /// It has no branches and asks no library, so that every machine learns the same.
  @inline(__always)
  var logistic: LabelLanes { 1 / (1 + (-self).exponential) }

  /// e to the power of each number, those beyond ±80 as though they were ±80.
  ///
  /// - Formula: x = n ln 2 + r with a whole n, so that eˣ = 2ⁿ eʳ, |r| ≤ ½ ln 2; eʳ by its series.
  @inline(__always)
  private var exponential: LabelLanes {
    let x = clamped(lowerBound: LabelLanes(repeating: -80), upperBound: LabelLanes(repeating: 80))
    // Adding so large a number leaves no room for digits behind the point.
    let rounder = LabelLanes(repeating: 12_582_912)
    let moved = x * 1.442_695_041 + rounder
    let whole = moved - rounder
    // ln 2 in two parts, of which the first times a whole number is exact.
    let rest = (x - whole * 0.693_359_375) + whole * 2.121_944_4e-4
    var series = rest * (1 / 720) + 1 / 120
    series = series * rest + 1 / 24
    series = series * rest + 1 / 6
    series = series * rest + 0.5
    series = series * rest + 1
    series = series * rest + 1
    let bits = unsafe unsafeBitCast(moved, to: SIMD4<UInt32>.self)
    let power = unsafe unsafeBitCast((bits &+ 127) &<< 23, to: LabelLanes.self)
    return series * power
  }
}
