package import Kernel

/// The values of a picture, to read one by one and to take along; from the same numbers as it.
package struct ChartTable: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    package let title: String
    package let isNumber: Bool

    package init(_ title: String, isNumber: Bool = true) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  package enum Cell: Hashable, Sendable {
    case text(String)

    /// - shown: the number as people of the page's language write it.
    case number(Double, shown: String)
    case missing

    /// - Parameter places: decimals shown; the file has all of them.
    package static func number(_ value: Double?, places: Int, in language: Language) -> Cell {
      guard let value else { return .missing }
      return .number(value, shown: NumberText.decimal(value, places: places, in: language))
    }

    package var shown: String {
      switch self {
      case .text(let text), .number(_, let text): text
      case .missing: "–"
      }
    }
  }

  package let columns: [Column]

  /// As many cells in each as there are columns.
  package let rows: [[Cell]]

  package init(columns: [Column], rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The table behind a line to unfold it, for below its picture.
  ///
  /// - Parameter name: of the table, for those who hear it.
  package func details(named name: String, in language: Language) -> String {
    """
    <details class="data"><summary>\(HTMLText.escaped(Catalogue.of(language)["chart.as_table"]))\
    </summary><div class="scroll" tabindex="0" role="region" \
    aria-label="\(HTMLText.escaped(name))">\(html)</div></details>
    """
  }

  package var html: String {
    let head = columns.map {
      "<th scope=\"col\"\($0.isNumber ? " class=\"n\"" : "")>\(HTMLText.escaped($0.title))</th>"
    }
    let body = rows.map { row in
      "<tr>"
        + zip(columns, row).map { column, cell in
          column.isNumber
            ? "<td class=\"n\">\(HTMLText.escaped(cell.shown))</td>"
            : "<td><bdi>\(HTMLText.escaped(cell.shown))</bdi></td>"
        }.joined() + "</tr>"
    }
    return """
      <table><thead><tr>\(head.joined())</tr></thead><tbody>\(body.joined())</tbody></table>
      """
  }
}
