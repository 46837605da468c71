import CXMetrics
import Kernel

extension ProfitFigures {
  /// What `profit --json` prints; each figure by the names that `compute` gives it.
  var json: JSON {
    [
      "purchases": purchases?.json ?? .null,
      "scores": scores?.json ?? .null,
      "period": periods.map { periods in
        [
          "from": .string("\(periods.first)"),
          "to": .string("\(periods.last)"),
          "days": .count(periods.days),
          "prior_from": .string("\(periods.priorFirst)"),
        ]
      } ?? .null,
      "judged": periods == nil ? .null : .string(hasProfit ? "profit" : "revenue"),
      "profit_quality": quality.map { .object($0.json) } ?? .null,
      "segment_value": value.map { .object($0.json) } ?? .null,
      "earned_growth": growth.map { .object($0.json) } ?? .null,
      "satisfied_defectors": defectors.flatMap { try? .object($0.json(at: confidence)) } ?? .null,
      "remarks": .array(remarks.map { .string($0) }),
    ]
  }
}

extension ProfitFileUse {
  fileprivate var json: JSON {
    [
      "file": .string(file),
      "rows": .count(rows),
      "rejected": .count(rejected),
      "unusable": .count(unusable),
    ]
  }
}
