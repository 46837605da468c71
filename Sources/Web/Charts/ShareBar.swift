package import Kernel

/// Parts of a whole as one bar: who answers how, or what a sum is made of.
///
/// Never by colour alone: detractors are hatched and come first, promoters come last.
package struct ShareBar: Sendable {
  package struct Part: Hashable, Sendable {
    /// 0…1 of the whole.
    package let share: Double
    package let paint: ChartPaint

    package init(_ share: Double, _ paint: ChartPaint) {
      self.share = share
      self.paint = paint
    }
  }

  let parts: [Part]
  let language: Language
  let frame: ChartFrame

  /// - Parameter parts: in reading order; what they leave of the whole stays empty.
  package init(
    id: String,
    title: String,
    description: String,
    parts: [Part],
    language: Language
  ) {
    self.parts = parts
    self.language = language
    frame = ChartFrame(id: id, title: title, description: description, size: .elastic(height: 26))
  }

  /// - Parameters: detractors, passives, promoters, each 0…1.
  package init(
    id: String,
    title: String,
    description: String,
    detractors: Double,
    passives: Double,
    promoters: Double,
    language: Language
  ) {
    self.init(
      id: id,
      title: title,
      description: description,
      parts: [
        Part(detractors, .detractors), Part(passives, .passives), Part(promoters, .promoters),
      ],
      language: language
    )
  }

  package var svg: String {
    let page = SVG(language: language)
    var start = 0.0
    var content = ""
    for part in parts {
      defer { start += part.share }
      // A gap of 0.4 % parts neighbours; a sliver keeps at least its colour.
      let width = max(0, part.share - 0.004)
      guard width > 0 else { continue }
      content += part.paint.box(
        """
        x="\(page.left(start + 0.002, width: width))" y="0" width="\(SVG.number(width * 100))%" \
        height="26" rx="3"
        """
      )
    }
    return frame.around(content)
  }

  /// Bars that stand below each other, as one table.
  ///
  /// - Parameters:
  ///   - name: what the lines are, such as "Store".
  ///   - parts: heads of the parts, in reading order.
  package static func table(
    of bars: [(name: String, bar: ShareBar)],
    lines name: String,
    parts: [String],
    in language: Language
  ) -> ChartTable {
    ChartTable(
      columns: [ChartTable.Column(name, isNumber: false)] + parts.map { ChartTable.Column($0) },
      rows: bars.map { line in
        [.text(line.name)]
          + line.bar.parts.map { ChartUnit.percent.cell(100 * $0.share, places: 1, in: language) }
      }
    )
  }

  /// The hatching that bars refer to; once on a page.
  package static let hatching = """
    <svg class="defs" width="0" height="0" aria-hidden="true"><defs><pattern id="hat" width="6" \
    height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
    <path class="hat" d="M0 0v6"/></pattern></defs></svg>
    """
}
