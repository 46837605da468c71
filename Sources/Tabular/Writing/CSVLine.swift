/// A line of a file as RFC 4180 has it.
package enum CSVLine {
  /// Tells spreadsheets that the file is UTF-8.
  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Appends a line. Text that a spreadsheet would take for a formula gets an apostrophe before it.
  package static func append(_ cells: [OutputCell], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .empty: break
      case .number(let number): bytes.append(contentsOf: String(number).utf8)
      case .text(let text): append(text, to: &bytes)
      }
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let utf8 = isFormula(text) ? Array("'\(text)".utf8) : Array(text.utf8)
    let quote = UInt8(ascii: "\"")
    guard utf8.contains(where: { $0 == quote || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      bytes.append(contentsOf: utf8)
      return
    }
    bytes.append(quote)
    for byte in utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  /// Code points decide, as spreadsheets read them, and not characters with marks behind them.
  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.utf8.first, "=+-@\t\r\n".utf8.contains(first) else { return false }
    return Double(text) == nil
  }
}
