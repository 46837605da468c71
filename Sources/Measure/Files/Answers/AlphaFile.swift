import CXMetrics
import Kernel
import Tabular

/// Cronbach's alpha of columns of a file.
struct AlphaFile: Sendable {
  let rows: AnswerRows
  let items: [String]
  let alpha: CronbachAlpha
  let confidence: Confidence

  /// Cells that are no number or off the scale, counted as missing.
  let illegible: Int

  /// - Throws: `WrongUsage` for fewer than two columns, `Header.UnknownColumn`, `TabularError`,
  ///   `MetricRefusal`.
  init(_ path: String, _ numbers: NamedNumbers, confidence: Confidence) throws {
    guard numbers.names.count > 1 else {
      throw WrongUsage(reason: "--items names the columns of one scale, two at least")
    }
    items = numbers.names
    self.confidence = confidence
    var table = ItemCovariances(columns: numbers.names.count)
    (rows, illegible) = try numbers.read(path) { try table.add($0) }
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
