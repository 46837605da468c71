import Kernel

/// Which column goes where, as it is shown before anything is taken.
struct ImportPlanReport: Sendable {
  private let rows: [Row]

  private struct Row: Sendable {
    let column: String
    let field: String?
    let origin: ColumnMap.Origin
    let example: String
  }

  init(_ prepared: PreparedImport) {
    rows = prepared.plan.map.columns.enumerated().map { place, column in
      // What is left out may be somebody's name: it is not shown either.
      let example = column.field == nil ? nil : prepared.sample.example(of: place)
      return Row(
        column: column.name,
        field: column.field?.name,
        origin: column.origin,
        example: example.map { String($0.replacing("\n", with: " ").prefix(40)) } ?? ""
      )
    }
  }

  var json: JSON {
    .array(
      rows.map { row in
        [
          "column": .string(row.column), "field": row.field.map { .string($0) } ?? .null,
          "guessed": .bool(row.origin == .guessed),
        ]
      }
    )
  }

  var table: String {
    let lines =
      [("COLUMN", "FIELD", "", "EXAMPLE")]
      + rows.map { ($0.column, $0.field ?? "–", Self.word($0), $0.example) }
    let widths = (
      lines.map(\.0.count).max() ?? 0, lines.map(\.1.count).max() ?? 0,
      lines.map(\.2.count).max() ?? 0
    )
    return lines.map { line in
      let text = [
        Self.padded(line.0, widths.0), Self.padded(line.1, widths.1),
        Self.padded(line.2, widths.2), line.3,
      ].joined(separator: "  ")
      return String(text.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  private static func word(_ row: Row) -> String {
    switch (row.origin, row.field) {
    case (.guessed, _): "guessed"
    case (.asked, nil), (.nobody, _): "left out"
    case (.asked, _): "as asked"
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
