/// The Shapley values of R² (LMG): what each driver adds to it, over all orders of entering.
///
/// The subsets form a tree: from the last driver to the first, each is left out or taken in.
/// Leaving one out costs nothing, for what remains is the leading part of the same matrix; taking
/// one in is a step of elimination on the drivers still to come, so that nearly all subsets touch
/// matrices of two or three columns. A driver's value is a weighted sum of R² over the subsets that
/// hold it, less the same sum for all: each subtree hands its sum up, and one addition serves all
/// below.
///
/// - Complexity: O(2^k) time, divided between the cores by the first drivers; O(k³) memory.
struct ShapleyWeights {
  /// More subsets than these take too long to be asked for by accident.
  static let driversMax = 20

  /// Drivers whose subsets are divided into parts of their own.
  private static let dividedBy = 4

  /// Fewer drivers than this are done before a second core has woken.
  private static let parallelFrom = 12

  let values: [Double]

  /// Of drivers whose correlations have no eigenvalue near 0.
  init(_ correlations: DriverCorrelations, onAllCores: Bool = true) {
    let k = correlations.count
    let divided = min(Self.dividedBy, k)
    let part = { @Sendable (choice: Int) -> ShapleyWalk in
      var walk = ShapleyWalk(correlations)
      walk.run(choosing: choice, ofLast: divided)
      return walk
    }
    let walks =
      onAllCores && k >= Self.parallelFrom
      ? ParallelParts.map(1 << divided, part) : (0..<(1 << divided)).map(part)
    var sums = [Double](repeating: 0, count: k)
    for walk in walks {
      for driver in 0..<k { sums[driver] += walk.sums[driver] }
    }
    // The values add up to R², which says what all subsets come to.
    let rSquared = walks.last?.rSquaredOfLast ?? 0
    let common = (sums.reduce(0, +) - rSquared) / Double(max(1, k))
    values = sums.map { $0 - common }
  }
}

/// One part of the tree of subsets.
private struct ShapleyWalk: Sendable {
  /// By driver, the weighted R² of the subsets of this part that hold it.
  private(set) var sums: [Double]

  /// Of the last subset visited: in the last part, that of all drivers.
  private(set) var rSquaredOfLast = 0.0

  private let count: Int

  /// By the size of a subset.
  private let factors: [Double]

  /// A matrix for each driver taken in: rows of the lower triangle, the outcome’s covariance behind
  /// each row’s diagonal.
  private var levels: [Double]
  private let levelSize: Int

  init(_ correlations: DriverCorrelations) {
    let k = correlations.count
    count = k
    sums = Array(repeating: 0, count: k)
    factors = Self.factors(k)
    levelSize = Self.start(ofRow: k)
    levels = Array(repeating: 0, count: levelSize * (k + 1))
    for row in 0..<k {
      let start = Self.start(ofRow: row)
      for column in 0...row { levels[start + column] = correlations.drivers[row * k + column] }
      levels[start + row + 1] = correlations.outcome[row]
    }
  }

  private static func start(ofRow row: Int) -> Int { row * (row + 3) / 2 }

  /// s!(k − s − 1)!/k! is the share of orders in which a driver enters after s others. A subset of
  /// size s counts with those of s − 1, in which it is reached, and of s, from which it is left.
  private static func factors(_ k: Int) -> [Double] {
    var shares: [Double] = [1 / Double(k)]
    for size in stride(from: 1, to: k, by: 1) {
      shares.append(shares[size - 1] * Double(size) / Double(k - size))
    }
    shares.append(0)
    return (0...k).map { $0 == 0 ? 0 : shares[$0 - 1] + shares[$0] }
  }

  /// Fixes the last drivers by the bits of a choice, and visits all subsets of the others.
  mutating func run(choosing choice: Int, ofLast divided: Int) {
    var (size, rSquared) = (0, 0.0)
    for bit in 0..<divided where choice & (1 << bit) != 0 {
      rSquared += takeIn(count - 1 - bit, from: size)
      size += 1
    }
    let sum = visit(count - divided, size: size, rSquared: rSquared)
    for bit in 0..<divided where choice & (1 << bit) != 0 { sums[count - 1 - bit] += sum }
  }

  /// The weighted R² of all subsets that add some of the first `remaining` drivers.
  private mutating func visit(_ remaining: Int, size: Int, rSquared: Double) -> Double {
    if remaining == 2 { return visitLastTwo(size: size, rSquared: rSquared) }
    guard remaining > 0 else {
      rSquaredOfLast = rSquared
      return factors[size] * rSquared
    }
    let driver = remaining - 1
    let without = visit(driver, size: size, rSquared: rSquared)
    let added = takeIn(driver, from: size)
    let with = visit(driver, size: size + 1, rSquared: rSquared + added)
    sums[driver] += with
    return without + with
  }

  /// Three in four subsets are reached here, without a matrix being written.
  private mutating func visitLastTwo(size: Int, rSquared: Double) -> Double {
    let base = size * levelSize
    let (variance0, outcome0) = (levels[base], levels[base + 1])
    let (shared, variance1, outcome1) = (levels[base + 2], levels[base + 3], levels[base + 4])
    let with0 = rSquared + outcome0 * outcome0 / variance0
    let with1 = rSquared + outcome1 * outcome1 / variance1
    let factor = shared / variance1
    let rest = outcome0 - factor * outcome1
    let withBoth = with1 + rest * rest / (variance0 - factor * shared)
    rSquaredOfLast = withBoth
    let (one, both) = (factors[size + 1], factors[size + 2] * withBoth)
    sums[0] += one * with0 + both
    sums[1] += one * with1 + both
    return factors[size] * rSquared + one * (with0 + with1) + both
  }

  /// Eliminates a driver from those before it, one level up, and gives what it adds to R².
  private mutating func takeIn(_ driver: Int, from level: Int) -> Double {
    let base = level * levelSize
    let pivotRow = base + Self.start(ofRow: driver)
    let inverse = 1 / levels[pivotRow + driver]
    let outcome = levels[pivotRow + driver + 1]
    let target = base + levelSize
    for row in 0..<driver {
      let start = Self.start(ofRow: row)
      let factor = levels[pivotRow + row] * inverse
      for column in 0...row {
        levels[target + start + column] =
          levels[base + start + column] - factor * levels[pivotRow + column]
      }
      levels[target + start + row + 1] = levels[base + start + row + 1] - factor * outcome
    }
    return outcome * outcome * inverse
  }
}
