/// Why a group may not be published beside what was published before.
///
/// - Formula: refused are a group of fewer than k people; one that lies strictly inside or around a
///   published one and differs from it by 1 to k − 1 people; one that together with a published
///   group without common members leaves 1 to k − 1 of a published whole. The first conflict in the
///   ledger’s order is named. Repeating a publication, or a difference of exactly k, is allowed.
/// - Units: people.
/// - Interval: none; a rule.
/// - Complexity: the members of all groups once, and pairs of groups around and beside the query.
/// - Beware: waves leak too: compare by membership, and keep the reporting groups of a wave.
/// - Source: D. E. Denning, ACM Transactions on Database Systems 5(1), 1980.
public enum ReleaseConflict: Hashable, Sendable {
  /// It is too small by itself.
  case tooSmall
  /// A published group is nearly the same.
  case difference(with: String)
  /// Little remains of a published whole beside it and a published part.
  case remainder(of: String, without: String)

  /// What machines read.
  public var reason: String {
    switch self {
    case .tooSmall: "too_small"
    case .difference: "difference_with_released"
    case .remainder: "remainder_of_parts"
    }
  }

  /// The publications it conflicts with; nil when it is too small by itself.
  public var publications: String? {
    switch self {
    case .tooSmall: nil
    case .difference(let name): name
    case .remainder(let whole, let part): "\(whole)-\(part)"
    }
  }
}

extension ReleaseConflict: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "5 of them published, 6 asked for (1 too small, 2 nearly the same, 3 little remains)",
      gives: ["conflict": 2]
    ) { () throws(MetricRefusal) in try figures(query: 1...6, released: [1...5]) },
    MetricExample("5 others published, 5 asked for", gives: ["conflict": nil]) {
      () throws(MetricRefusal) in try figures(query: 1...5, released: [6...10])
    },
    MetricExample("all 12 and 5 others published, 5 asked for", gives: ["conflict": 3]) {
      () throws(MetricRefusal) in try figures(query: 1...5, released: [1...12, 6...10])
    },
    MetricExample("4 asked for", gives: ["conflict": 1]) {
      () throws(MetricRefusal) in try figures(query: 1...4, released: [])
    },
    MetricExample("5 of them published, 10 asked for", gives: ["conflict": nil]) {
      () throws(MetricRefusal) in try figures(query: 1...10, released: [1...5])
    },
    MetricExample("minimum group 0", refuses: .invalidInput) { () throws(MetricRefusal) in
      [try ReleaseLedger<Int>(groupMin: 0).conflict(with: []) == nil ? nil : 1]
    },
  ]

  private static func figures(
    query: ClosedRange<Int>,
    released: [ClosedRange<Int>]
  ) throws(MetricRefusal) -> [Double?] {
    var ledger = try ReleaseLedger<Int>()
    for (index, members) in released.enumerated() {
      ledger.add("\(index)", members: Set(members))
    }
    return switch ledger.conflict(with: Set(query)) {
    case nil: [nil]
    case .tooSmall: [1]
    case .difference: [2]
    case .remainder: [3]
    }
  }
}
