import CXMetrics
import Kernel

extension ComputeOperation {
  static let people = [
    Self("enps_report", "Employees’ net promoter score, shown for large enough groups only") {
      input throws(MetricRefusal) in
      let confidence = try input.confidence()
      let scale = RecommendScale.zeroToTen
      let responses: ScoredResponses<11> = try input.responses(on: scale.scores)
      let score = try EmployeeNetPromoterScore(
        NetPromoterCounts(responses.tally, scale: scale),
        groupMin: input.groupMin(),
        confidence: confidence
      )
      return [
        "suppressed": .bool(score.isSuppressed),
        "n": .count(score.estimate?.count),
        "enps": .figure(score.estimate?.value),
        "low": .figure(score.estimate?.low),
        "high": .figure(score.estimate?.high),
        "unanimous": score.isUnanimous.map { .bool($0) } ?? .null,
      ]
    },
    Self("suppress_groups", "Which groups may be shown beside their total") {
      input throws(MetricRefusal) in
      let groups = try input.named("groups", \.countValue)
      let suppression = try GroupSuppression(
        groups.map { (name: $0.name, people: $0.value) },
        groupMin: input.groupMin()
      )
      var statuses = JSONObject()
      for (group, status) in zip(groups, suppression.statuses) {
        statuses[group.name] = .string(status.rawValue)
      }
      return [
        "total_shown": .bool(suppression.showsTotal),
        "status": .object(statuses),
        "suppressed_respondents": .count(suppression.hiddenPeople),
      ]
    },
    Self("differencing_leak", "What two published scores reveal by subtraction") {
      input throws(MetricRefusal) in
      let leak = try DifferencingLeak(
        whole: (input.count("parent_n"), input.number("parent_nps")),
        part: (input.count("child_n"), input.number("child_nps"))
      )
      return ["remainder_n": .count(leak.remainder), "remainder_nps": .figure(leak.score)]
    },
    Self("differencing_check", "Whether a group may be published beside earlier ones") {
      input throws(MetricRefusal) in
      var ledger = try ReleaseLedger<String>(groupMin: input.groupMin())
      for release in try input.objects("released") {
        ledger.add(try release.text("id"), members: try release.members("members"))
      }
      let conflict = ledger.conflict(with: try input.members("query"))
      return [
        "allow": .bool(conflict == nil),
        "reason": conflict.map { .string($0.reason) } ?? .null,
        "conflict": conflict?.publications.map { .string($0) } ?? .null,
      ]
    },
  ]
}

extension ComputeInput {
  /// 5 when not given; what is less than 1 is refused by the figures.
  fileprivate func groupMin() throws(MetricRefusal) -> Int {
    self["k"] == nil ? EmployeeNetPromoterScore.groupMinUsual : try whole("k")
  }

  fileprivate func members(_ key: String) throws(MetricRefusal) -> Set<String> {
    var members: Set<String> = []
    for element in try list(key) {
      guard let member = element.string else { throw .invalidInput }
      members.insert(member)
    }
    return members
  }
}
