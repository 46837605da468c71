/// A table as a file: CSV as in RFC 4180, numbers in full with a point, whatever the language.
extension ChartTable {
  package var csv: String {
    let lines = [columns.map { Self.field($0.title) }] + rows.map { $0.map(Self.field) }
    return lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  private static func field(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): field(text)
    case .number(let value, _):
      value.rounded() == value && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
    case .missing: ""
    }
  }

  /// Text that a spreadsheet would run as a formula gets an apostrophe in front.
  private static func field(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) }
    let safe = isFormula == true ? "'" + text : text
    let isPlain = !safe.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
    return isPlain ? safe : "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
