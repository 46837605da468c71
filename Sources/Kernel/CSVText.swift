/// Tables for other programs, as RFC 4180 has them.
package enum CSVText {
  package static func file(_ rows: [[String]]) -> String {
    rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// Text that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay.
  private static func field(_ text: String) -> String {
    let first = text.unicodeScalars.first
    let isFormula = first.map("=+-@\t\r".unicodeScalars.contains) ?? false
    let safe = isFormula && Double(text) == nil ? "'" + text : text
    guard safe.unicodeScalars.contains(where: "\",\r\n".unicodeScalars.contains) else {
      return safe
    }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
