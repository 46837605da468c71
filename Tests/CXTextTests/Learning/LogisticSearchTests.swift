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
      variances: [1, 0.5, 2, 1],
      isMember: isMember,
      costs: costs,
      roundsMost: 500,
      offsets: offsets
    )
  }

  private static func weights(_ search: LogisticSearch, seed: UInt64 = 1) -> [Float] {
    search.weights(seed: seed, from: LogisticSearch.firstLogit[0])
  }

  @Test func `weights with variances and costs of their own are those of SciPy`() {
    let weights = Self.weights(Self.search())
    let wanted: [Float] = [-0.47602586, -0.42432809, 3.059357, -0.77599629]
    for (found, value) in zip(weights, wanted) { #expect(abs(found - value) < 0.02) }
  }

  @Test func `a search that goes on from its end stays there`() {
    var logits = Array(repeating: LogisticSearch.firstLogit, count: Self.values.count)
    let search = Self.search()
    let first = search.weights(&logits, seed: 1)
    let again = search.weights(&logits, seed: 2)
    for (one, two) in zip(first, again) { #expect(abs(one[0] - two[0]) < 0.02) }
  }

  @Test func `a comment that costs nothing is not learned from`() {
    let all = Self.weights(Self.search(costs: [0, 0, 0, 0, 0, 0, 0, 0]))
    #expect(all == [0, 0, 0, 0])
  }

  @Test func `what a comment scores already need not be learned again`() {
    let sure = Self.isMember.map { $0 ? Float(12) : -12 }
    let weights = Self.weights(Self.search(offsets: sure))
    #expect(weights.allSatisfy { abs($0) < 0.01 })
  }

  @Test func `the order in which comments are visited hardly matters`() {
    let first = Self.weights(Self.search())
    let second = Self.weights(Self.search(), seed: 99)
    for (a, b) in zip(first, second) { #expect(abs(a - b) < 0.02) }
  }

  @Test func `labels learned at once are learned as though each were alone`() {
    let rows = Self.rows()
    let third = [true, true, true, false, false, true, true, false]
    let members = [Self.isMember, Self.isMember.map(!), third]
    func lanes(_ number: (Int) -> Float) -> LabelLanes {
      LabelLanes(number(0), number(1), number(2), 0)
    }
    let together = LogisticSearch(
      rows: rows,
      variances: [1, 0.5, 2, 1].map { variance in lanes { _ in variance } },
      signs: Self.values.indices.map { row in lanes { members[$0][row] ? 1 : -1 } },
      costs: Self.values.map { _ in lanes { $0 == 1 ? 1.5 : 3 } },
      roundsMost: 500
    )
    var logits = Array(repeating: LogisticSearch.firstLogit, count: Self.values.count)
    let found = together.weights(&logits, seed: 1)
    for (lane, isMember) in members.enumerated() {
      let alone = LogisticSearch(
        rows: rows,
        variances: [1, 0.5, 2, 1],
        isMember: isMember,
        costs: Array(repeating: lane == 1 ? 1.5 : 3, count: Self.values.count),
        roundsMost: 500
      )
      let wanted = Self.weights(alone)
      for (one, two) in zip(found, wanted) { #expect(abs(one[lane] - two) < 0.02) }
    }
  }

  /// `1 / (1 + math.exp(-x))` in Python 3.13.
  @Test func `the logistic function has seven digits from end to end`() {
    let asked: [Float] = [0, 1, -1, 4.5, -20, 30, -75, 0.001]
    let wanted = [
      0.5, 0.7310585786300049, 0.2689414213699951, 0.9890130573694068, 2.0611536181902037e-09,
      0.9999999999999065, 2.678636961808078e-33, 0.5002499999791667,
    ]
    for (x, value) in zip(asked, wanted) {
      let found = LabelLanes(repeating: x).logistic
      #expect(abs(Double(found[2]) - value) <= 3e-7 * value)
    }
    #expect(LabelLanes(repeating: -.infinity).logistic[0] < 1e-30)
    #expect(LabelLanes(repeating: .infinity).logistic[0] == 1)
  }
}
