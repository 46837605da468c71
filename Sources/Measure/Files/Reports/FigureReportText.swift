/// A report as text for a terminal.
extension FigureReport {
  var text: String {
    var blocks = [finding, source]
    if let headline { blocks.append("\(headline.label): \(headline.value). \(headline.sentence)") }
    for part in parts {
      var lines = [part.title, String(repeating: "─", count: part.title.count)]
      if let note = part.note { lines.append(note) }
      if let table = part.table { lines.append(table.text) }
      blocks.append(lines.joined(separator: "\n"))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }
}

extension FigureReport.Table {
  /// Columns as wide as their widest cell, two spaces apart.
  var text: String {
    let lines = [columns.map(\.name)] + rows
    let widths = columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    let laid = lines.map { cells in
      zip(zip(cells, widths), columns).map { cell, column in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return column.isNumber ? space + cell.0 : cell.0 + space
      }.joined(separator: "  ").trimmingTrailingSpaces
    }
    let quoted = laid.enumerated().flatMap { place, line in
      place > 0 && place <= quotes.count ? [line, "    “\(quotes[place - 1])”"] : [line]
    }
    return (quoted + [more].compactMap(\.self)).joined(separator: "\n")
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
