import Testing

@testable import CXText

/// The search against SciPy 1.17 (`scipy.optimize.minimize`, BFGS) on the same cost.
struct LogisticSearchTests {
  private static let values: [[Float]] = [
    [1, 0.6, 0.8, 0], [1, 0, 1, 0], [1, 0.8, 0, 0.6], [1, 0, 0.6, 0.8],
    [1, 1, 0, 0], [1, 0.6, 0, 0.8], [1, 0, 0, 1], [1, 0.8, 0.6, 0],
  ]
  private static let isMember = [true, true, false, true, false, false, false, true]

  private static func rows() -> SparseRows {
    var rows = SparseRows()
    for row in values {
      for (column, value) in row.enumerated() where value != 0 { rows.append(column, value) }
      rows.endRow()
    }
    return rows
  }

  private static func search(
    costs: [Float] = [3, 1.5, 3, 3, 3, 3, 3, 3],
    offsets: [Float] = []
  ) -> LogisticSearch {
    LogisticSearch(
      rows: rows(),
      columnCount: 4,
      variances: [1, 0.5, 2, 1],
      isMember: isMember,
      costs: costs,
      roundsMost: 500,
      offsets: offsets
    )
  }

  private static func fresh() -> [Float] {
    Array(repeating: LogisticSearch.firstLogit, count: values.count)
  }

  @Test func `weights with variances and costs of their own are those of SciPy`() {
    var logits = Self.fresh()
    let weights = Self.search().weights(&logits, seed: 1)
    let wanted: [Float] = [-0.47602586, -0.42432809, 3.059357, -0.77599629]
    for (found, value) in zip(weights, wanted) { #expect(abs(found - value) < 0.02) }
  }

  @Test func `a search that goes on from its end stays there`() {
    var logits = Self.fresh()
    let search = Self.search()
    let first = search.weights(&logits, seed: 1)
    let again = search.weights(&logits, seed: 2)
    for (one, two) in zip(first, again) { #expect(abs(one - two) < 0.02) }
  }

  @Test func `a comment that costs nothing is not learned from`() {
    var logits = Self.fresh()
    let all = Self.search(costs: [0, 0, 0, 0, 0, 0, 0, 0]).weights(&logits, seed: 1)
    #expect(all == [0, 0, 0, 0])
  }

  @Test func `what a comment scores already need not be learned again`() {
    var logits = Self.fresh()
    let sure = Self.isMember.map { $0 ? Float(12) : -12 }
    let weights = Self.search(offsets: sure).weights(&logits, seed: 1)
    #expect(weights.allSatisfy { abs($0) < 0.01 })
  }

  @Test func `the order in which comments are visited hardly matters`() {
    var (one, two) = (Self.fresh(), Self.fresh())
    let first = Self.search().weights(&one, seed: 1)
    let second = Self.search().weights(&two, seed: 99)
    for (a, b) in zip(first, second) { #expect(abs(a - b) < 0.02) }
  }
}
