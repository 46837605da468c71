package import Kernel

/// Rows that a command prints: a table for people, JSON for machines.
package struct Listing: Sendable {
  let keys: [String]
  let rows: [[JSON]]

  /// - Parameter keys: the members of each JSON object; the table shows them in capitals.
  package init(_ keys: [String], _ rows: [[JSON]]) {
    self.keys = keys
    self.rows = rows
  }

  package func text(asJSON: Bool) -> String { asJSON ? json.serialized() : table }

  private var json: JSON {
    .array(
      rows.map { row in
        var object = JSONObject()
        for (key, value) in zip(keys, row) { object[key] = value }
        return .object(object)
      }
    )
  }

  private var table: String {
    let lines =
      [keys.map { $0.uppercased().replacing("_", with: " ") }] + rows.map { $0.map(shown) }
    let widths = keys.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
      line.enumerated().map { column, text in
        column == keys.count - 1
          ? text : text + String(repeating: " ", count: widths[column] - text.count)
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  private func shown(_ value: JSON) -> String {
    switch value {
    case .null: "–"
    case .string(let text): text
    default: value.serialized()
    }
  }
}
