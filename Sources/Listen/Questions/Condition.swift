package import CXMetrics
package import Kernel

/// What must have been answered earlier for a question, or a wording of it, to be shown.
package struct Condition: Hashable, Sendable {
  /// The key of an earlier question.
  package let question: String
  package let test: Test

  package enum Test: Hashable, Sendable {
    /// The score makes the person one of these; recommend questions only.
    case group([RecommendGroup])

    /// The score lies within these ends, both included; scales only.
    case score(least: Int?, most: Int?)

    /// One of these choices was picked, `other` included; choices, and `yes` or `no`.
    case picked([String])

    case answered(Bool)
  }

  package func holds(given answers: [Answer]) -> Bool {
    holds(for: answers.first { $0.question == question }?.value)
  }

  /// Whether the answer to the earlier question is as it must be; nil when there is none.
  package func holds(for value: AnswerValue?) -> Bool {
    switch (test, value) {
    case (.answered(let wanted), _): return wanted == (value != nil)
    case (.group(let groups), .score(let score)?):
      // Off a scale that starts at 1 there is no 0; within it both scales group alike.
      return RecommendScale.zeroToTen.group(of: score).map(groups.contains) ?? false
    case (.score(let least, let most), .score(let score)?):
      return score >= least ?? score && score <= most ?? score
    case (.picked(let keys), .choice(let pick)?): return keys.contains(pick.key)
    case (.picked(let keys), .choices(let picks)?):
      return picks.contains { keys.contains($0.key) }
    case (.picked(let keys), .yesNo(let yes)?): return keys.contains(yes ? "yes" : "no")
    default: return false
    }
  }

  package var json: JSON {
    var object: JSONObject = ["question": .string(question)]
    switch test {
    case .group(let groups): object["is"] = .array(groups.map { .string($0.rawValue) })
    case .score(let least, let most):
      object["at_least"] = least.map { .integer(Int64($0)) }
      object["at_most"] = most.map { .integer(Int64($0)) }
    case .picked(let keys): object["in"] = .array(keys.map { .string($0) })
    case .answered(let wanted): object["answered"] = .bool(wanted)
    }
    return .object(object)
  }
}
