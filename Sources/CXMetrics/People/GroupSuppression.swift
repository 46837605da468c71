/// Which groups of a table may be shown beside their total, so that subtraction reveals nobody.
///
/// - Formula: nothing is shown of fewer than k people in all. A group of 1 to k − 1 is hidden;
///   while exactly one group or fewer than k people are hidden, the smallest group still shown is
///   hidden too, of equal ones the first by name. An empty group hides nobody.
/// - Units: people.
/// - Interval: none; a rule.
/// - Complexity: sorting the groups by size.
/// - Beware: publish no total of another level that leaves one group over. Hiding is not
///   differential privacy: prefer a fixed set of published tables to free filters.
/// - Source: D. E. Denning, ACM Transactions on Database Systems 5(1), 1980; L. Willenborg and T.
///   de Waal, “Elements of Statistical Disclosure Control”, 2001.
public struct GroupSuppression: Hashable, Sendable {
  /// What becomes of a group; the raw value is what machines read.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// Large enough, and nobody hides behind it.
    case shown
    /// Too small.
    case primary
    /// Hidden so that a smaller one cannot be found by subtraction.
    case complementary
    /// Nobody belongs to it.
    case empty
  }

  /// In the order given.
  public let statuses: [Status]

  /// The total may be shown.
  public let showsTotal: Bool

  /// How many people belong to hidden groups; for whoever publishes, not for readers.
  public let hiddenPeople: Int

  /// - Parameters:
  ///   - groups: name and people of each.
  ///   - groupMin: the smallest group that may be shown, at least 1; k in the literature.
  /// - Throws: `invalidInput` for a minimum below 1 or a negative or absurd count.
  public init(
    _ groups: [(name: String, people: Int)],
    groupMin: Int = EmployeeNetPromoterScore.groupMinUsual
  ) throws(MetricRefusal) {
    guard groupMin >= 1, let total = CountLimit.sum(groups.lazy.map(\.people)) else {
      throw .invalidInput
    }
    showsTotal = total >= groupMin
    var statuses = groups.map { group -> Status in
      group.people == 0 ? .empty : group.people < groupMin ? .primary : .shown
    }
    var hidden = groups.indices.filter { statuses[$0] == .primary }
    var people = hidden.reduce(0) { $0 + groups[$1].people }
    let candidates = groups.indices.filter { statuses[$0] == .shown }.sorted {
      (groups[$0].people, groups[$0].name) < (groups[$1].people, groups[$1].name)
    }
    for candidate in candidates {
      guard !hidden.isEmpty, hidden.count == 1 || people < groupMin else { break }
      statuses[candidate] = .complementary
      hidden.append(candidate)
      people += groups[candidate].people
    }
    self.statuses = statuses
    hiddenPeople = people
  }
}

extension GroupSuppression: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "sales 14, support 9, legal 3, it 6 (1 shown, 2 too small, 3 hidden beside it)",
      gives: ["sales": 1, "support": 1, "legal": 2, "it": 3, "hidden people": 9]
    ) { () throws(MetricRefusal) in
      try figures([("sales", 14), ("support", 9), ("legal", 3), ("it", 6)])
    },
    MetricExample(
      "a 2, b 2, c 20, d 11",
      gives: ["a": 2, "b": 2, "c": 1, "d": 3, "hidden people": 15]
    ) { () throws(MetricRefusal) in
      try figures([("a", 2), ("b", 2), ("c", 20), ("d", 11)])
    },
    MetricExample("a 5, b 8", gives: ["a": 1, "b": 1, "hidden people": 0]) {
      () throws(MetricRefusal) in try figures([("a", 5), ("b", 8)])
    },
  ]

  private static func figures(
    _ groups: [(name: String, people: Int)]
  ) throws(MetricRefusal) -> [Double?] {
    let suppression = try Self(groups)
    let codes: [Status: Double] = [.shown: 1, .primary: 2, .complementary: 3, .empty: 0]
    return suppression.statuses.map { codes[$0] } + [Double(suppression.hiddenPeople)]
  }
}
