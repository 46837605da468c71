import CXMetrics
import Kernel
import Tabular

/// Cronbach's alpha of columns of a file.
struct AlphaFile: Sendable {
  let rows: AnswerRows
  let items: [String]
  let alpha: CronbachAlpha
  let confidence: Confidence

  /// Cells that are no number, counted as missing.
  let illegible: Int

  /// - Throws: `WrongUsage` for fewer than two columns, `Header.UnknownColumn`, `TabularError`,
  ///   `MetricRefusal`.
  init(_ path: String, items: [String], confidence: Confidence) throws {
    guard items.count > 1 else {
      throw WrongUsage(reason: "--items names the columns of one scale, two at least")
    }
    var table = ItemCovariances(columns: items.count)
    var illegible = 0
    rows = try AnswerRows(path) { header in
      try items.map { try header.column(named: $0) }
    } take: { cells in
      illegible += cells.count { $0?.isNaN == true }
      try table.add(cells.map { $0.flatMap { $0.isNaN ? nil : $0 } })
    }
    self.items = items
    self.confidence = confidence
    self.illegible = illegible
    alpha = try CronbachAlpha(table, confidence: confidence)
  }

  /// What `alpha --json` prints.
  var json: JSON {
    var object: JSONObject = ["measure": "cronbach_alpha", "confidence": .number(confidence.level)]
    for member in rows.json.members { object[member.key] = member.value }
    object["invalid"] = .count(illegible)
    object["n_used"] = .count(alpha.rows)
    object["k"] = .count(items.count)
    object["alpha"] = .figure(alpha.value)
    object.add(alpha.interval, low: "low", high: "high")
    var members = JSONObject()
    for (name, item) in zip(items, alpha.items) {
      members[name] = [
        "alpha_if_deleted": .figure(item.alphaIfDeleted),
        "item_rest_correlation": .figure(item.itemRestCorrelation),
      ]
    }
    object["items"] = .object(members)
    return .object(object)
  }
}
