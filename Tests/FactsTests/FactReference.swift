import CXMetrics
import Facts
import Kernel

/// The same answers by the plainest means: every fact looked at, every group in a dictionary.
enum FactReference {
  static func tallies(of facts: [NewFact], for inquiry: Inquiry) -> [[GroupKey]: Tally<11>] {
    var tallies: [[GroupKey]: Tally<11>] = [:]
    for fact in facts where counts(fact, in: inquiry) {
      let keys = inquiry.groupings.map { key(of: fact, on: $0) }
      tallies[keys, default: Tally()].add(fact.points, times: fact.sign)
    }
    return tallies.filter { $0.value != Tally() }
  }

  private static func counts(_ fact: NewFact, in inquiry: Inquiry) -> Bool {
    inquiry.questions.contains(fact.question)
      && (inquiry.period?.contains(fact.day) ?? true)
      && inquiry.filters.allSatisfy { $0.accepted.contains(value(of: fact, on: $0.dimension)) }
  }

  private static func key(of fact: NewFact, on grouping: Inquiry.Grouping) -> GroupKey {
    switch grouping {
    case .dimension(let name): .dimension(value(of: fact, on: name))
    case .calendar(let unit, let calendar):
      .starting(calendar.start(of: unit, containing: fact.day))
    }
  }

  private static func value(of fact: NewFact, on dimension: String) -> DimensionValue {
    if dimension == Dimension.surveyVersion { return .value(String(fact.version)) }
    let given = fact.dimensions.last { $0.dimension == dimension }
    return given.map { .value($0.value) } ?? .notGiven
  }
}

extension Tallies {
  /// By keys, as the reference gives them.
  var byKeys: [[GroupKey]: Tally<11>] {
    Dictionary(uniqueKeysWithValues: groups.map { (keys(of: $0), $0.tally) })
  }
}

extension FactColumns {
  init(_ facts: [NewFact]) {
    self.init()
    for fact in facts { append(fact) }
  }
}
