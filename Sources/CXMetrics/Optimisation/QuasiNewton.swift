import Foundation

/// Finds the lowest point of a smooth function from its slope.
///
/// Broyden, Fletcher, Goldfarb and Shanno’s method: the curvature is learnt from the slopes met on
/// the way, so no second derivative is asked for. Deterministic.
///
/// - Complexity: O(d²) per step beside the function, for d coordinates.
/// - Source: J. Nocedal and S. J. Wright, “Numerical Optimization”, 2nd ed. 2006, algorithm 6.1.
struct QuasiNewton {
  typealias Function = (_ point: [Double], _ slope: inout [Double]) -> Double

  /// The slope at which the search has arrived, a coordinate.
  var slopeTolerance = 1e-9
  var stepsMax = 500

  /// How often the function may be asked: a search that arrives at all asks some forty times.
  var evaluationsMax = 400

  /// Coordinates farther from 0 than this are never tried.
  var farthest = 30.0

  /// Where a search ended.
  struct Minimum {
    let point: [Double]
    let value: Double

    /// Curvature by differences of the slope, a row after the other.
    let curvature: [Double]
  }

  /// Nil when the search does not arrive, or arrives where nothing holds it.
  func minimum(of function: Function, from start: [Double]) -> Minimum? {
    var state = State(start, function)
    guard state.value.isFinite else { return nil }
    for _ in 0..<stepsMax {
      if state.slope.allSatisfy({ abs($0) <= slopeTolerance }) { break }
      guard state.evaluations < evaluationsMax else { return nil }
      guard advance(&state, function) else { break }
    }
    // The last digits of a slope are noise where the function is a sum of many terms.
    guard state.slope.allSatisfy({ abs($0) <= 1e4 * slopeTolerance }) else { return nil }
    return Minimum(
      point: state.point,
      value: state.value,
      curvature: curvature(at: state.point, of: function)
    )
  }

  private struct State {
    var point: [Double]
    var value: Double
    var slope: [Double]
    /// The inverse of the curvature as known so far.
    var inverse: [Double]
    var isFresh = true
    var evaluations = 1

    init(_ start: [Double], _ function: Function) {
      point = start
      slope = [Double](repeating: 0, count: start.count)
      value = function(start, &slope)
      inverse = []
      reset()
    }

    mutating func reset() {
      let count = point.count
      inverse = (0..<count * count).map { $0 % (count + 1) == 0 ? 1 : 0 }
      isFresh = true
    }
  }

  /// One step downhill; false when there is none to be had.
  private func advance(_ state: inout State, _ function: Function) -> Bool {
    let count = state.point.count
    var direction = (0..<count).map { row in
      -(0..<count).reduce(0.0) { $0 + state.inverse[row * count + $1] * state.slope[$1] }
    }
    var descent = Self.dot(direction, state.slope)
    if !(descent < 0) {
      state.reset()
      direction = state.slope.map { -$0 }
      descent = Self.dot(direction, state.slope)
    }
    // No coordinate is a logarithm that moves by more than a factor of e² at once.
    let longest = direction.reduce(0) { max($0, abs($1)) }
    let length = state.isFresh ? min(1, 0.5 / longest) : min(1, 2 / longest)
    // Where the function is flat to its last digit, a step may be too short to move at all.
    guard let next = search(from: &state, along: direction, descent, length, function),
      next.point != state.point
    else {
      guard !state.isFresh else { return false }
      state.reset()
      return true
    }
    learn(&state, from: next)
    return true
  }

  private typealias Place = (point: [Double], value: Double, slope: [Double])

  /// A point low enough for the way there, and past which it does not fall as steeply.
  private func search(
    from state: inout State,
    along direction: [Double],
    _ descent: Double,
    _ length: Double,
    _ function: Function
  ) -> Place? {
    let (sufficient, flatter, triesMax) = (1e-4, 0.9, 50)
    var (low, high) = (0.0, Double.infinity)
    var length = length
    var best: Place?
    var slope = state.slope
    for _ in 0..<triesMax {
      let point = zip(state.point, direction).map { $0 + length * $1 }
      let isNear = point.allSatisfy { abs($0) <= farthest }
      let value = isNear ? function(point, &slope) : .infinity
      state.evaluations += 1
      if !(value <= state.value + sufficient * length * descent) {
        high = length
      } else {
        best = (point, value, slope)
        if Self.dot(direction, slope) >= flatter * descent { return best }
        low = length
      }
      length = high.isFinite ? 0.5 * (low + high) : 2 * length
      if high - low <= 1e-14 * high { break }
    }
    return best
  }

  /// Takes the step, and what it says about the curvature.
  private func learn(_ state: inout State, from next: Place) {
    let count = state.point.count
    let step = zip(next.point, state.point).map { $0 - $1 }
    let change = zip(next.slope, state.slope).map { $0 - $1 }
    let agreement = Self.dot(step, change)
    state.point = next.point
    state.value = next.value
    state.slope = next.slope
    guard agreement > 1e-14 * Self.dot(change, change) else { return }
    if state.isFresh {
      let scale = agreement / Self.dot(change, change)
      for index in 0..<count { state.inverse[index * (count + 1)] = scale }
      state.isFresh = false
    }
    let moved = (0..<count).map { row in
      (0..<count).reduce(0.0) { $0 + state.inverse[row * count + $1] * change[$1] }
    }
    let factor = (1 + Self.dot(change, moved) / agreement) / agreement
    for row in 0..<count {
      for column in 0..<count {
        state.inverse[row * count + column] +=
          factor * step[row] * step[column]
          - (moved[row] * step[column] + step[row] * moved[column]) / agreement
      }
    }
  }

  private func curvature(at point: [Double], of function: Function) -> [Double] {
    let reach = 1e-4
    let count = point.count
    var curvature = [Double](repeating: 0, count: count * count)
    var (above, below) = (point, point)
    for row in 0..<count {
      var shifted = point
      shifted[row] += reach
      _ = function(shifted, &above)
      shifted[row] -= 2 * reach
      _ = function(shifted, &below)
      for column in 0..<count {
        let half = 0.25 * (above[column] - below[column]) / reach
        curvature[row * count + column] += half
        curvature[column * count + row] += half
      }
    }
    return curvature
  }

  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

extension QuasiNewton.Minimum {
  /// The square roots of the diagonal of the inverse curvature; nil where the function does not
  /// curve upwards in every direction.
  ///
  /// By Cholesky’s factors.
  func standardErrors(count: Double) -> [Double]? {
    let size = point.count
    var factor = curvature
    for row in 0..<size {
      for column in 0...row {
        var sum = factor[row * size + column]
        for inner in 0..<column {
          sum -= factor[row * size + inner] * factor[column * size + inner]
        }
        if row == column {
          guard sum > 0 else { return nil }
          factor[row * size + row] = sum.squareRoot()
        } else {
          factor[row * size + column] = sum / factor[column * size + column]
        }
      }
    }
    return (0..<size).map { index in
      var column = [Double](repeating: 0, count: size)
      for row in 0..<size {
        var sum = row == index ? 1.0 : 0
        for inner in 0..<row { sum -= factor[row * size + inner] * column[inner] }
        column[row] = sum / factor[row * size + row]
      }
      return (column.reduce(0) { $0 + $1 * $1 } / count).squareRoot()
    }
  }
}
