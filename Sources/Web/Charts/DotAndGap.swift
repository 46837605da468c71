package import Kernel

/// Expected or perceived? A ring for the one, a dot with its interval for the other, and the gap
/// between them; rows below each other on one scale.
package struct DotAndGap: Sendable {
  package enum Verdict: Hashable, Sendable { case ahead, unclear, behind }

  package struct Row: Hashable, Sendable {
    package let name: String
    package let expected: Double
    package let perceived: Double

    /// Of the perceived value.
    package let interval: ClosedRange<Double>
    package let verdict: Verdict

    /// The row in a sentence.
    package let description: String

    package init(
      name: String,
      expected: Double,
      perceived: Double,
      interval: ClosedRange<Double>,
      verdict: Verdict,
      description: String
    ) {
      self.name = name
      self.expected = expected
      self.perceived = perceived
      self.interval = interval
      self.verdict = verdict
      self.description = description
    }
  }

  package let rows: [Row]
  let id: String
  let scale: AxisScale
  let language: Language

  /// - Parameter limits: the ends of the scale that was asked on; only its part in use is shown.
  package init(id: String, rows: [Row], limits: ClosedRange<Double>, language: Language) {
    self.id = id
    self.rows = rows
    self.language = language
    scale = AxisScale(
      covering: rows.flatMap {
        [$0.expected, $0.perceived, $0.interval.lowerBound, $0.interval.upperBound]
      },
      within: limits
    )
  }

  private var page: SVG { SVG(language: language) }

  /// The part of the scale that is shown, for the page to say so: it need not start at its end.
  package var shown: (low: String, high: String) { (text(scale.low), text(scale.high)) }

  /// One picture for each row.
  package var pictures: [String] {
    rows.enumerated().map { index, row in
      let frame = ChartFrame(
        id: "\(id)\(index + 1)",
        title: row.name,
        description: row.description,
        size: .elastic(height: Self.height)
      )
      return frame.around(gridLines(to: Self.height) + drawing(of: row))
    }
  }

  private static let height = 44

  private func gridLines(to height: Int) -> String {
    scale.ticks.map {
      page.down(scale.share(of: $0), from: 0, to: Double(height), classes: "gl")
    }.joined()
  }

  private func drawing(of row: Row) -> String {
    let (expected, perceived) = (scale.share(of: row.expected), scale.share(of: row.perceived))
    let paint: ChartPaint =
      switch row.verdict {
      case .ahead: .promoters
      case .unclear: .passives
      case .behind: .detractors
      }
    return box(expected, perceived, y: 19, height: 6, radius: 0, "\(paint.rawValue) gap")
      + box(
        scale.share(of: row.interval.lowerBound),
        scale.share(of: row.interval.upperBound),
        y: 15,
        height: 14,
        radius: 4,
        "fa band"
      )
      + page.circle(expected, y: 22, radius: 7, classes: "fs wh")
      + page.circle(perceived, y: 22, radius: 7.5, classes: "fa dot")
  }

  private func box(
    _ one: Double,
    _ other: Double,
    y: Int,
    height: Int,
    radius: Int,
    _ classes: String
  ) -> String {
    let width = abs(one - other)
    return """
      <rect x="\(page.left(min(one, other), width: width))" y="\(y)" \
      width="\(SVG.number(width * 100))%" height="\(height)" rx="\(radius)" class="\(classes)"/>
      """
  }

  /// The numbers below the rows; the rows' descriptions say the values, so it is hidden from ears.
  package var axis: String {
    let labels = scale.ticks.map {
      page.text(text($0), at: scale.share(of: $0), y: 14)
    }
    return "<svg class=\"chart\" height=\"18\" aria-hidden=\"true\">\(labels.joined())</svg>"
  }

  private func text(_ value: Double) -> String {
    NumberText.decimal(value, places: scale.places, in: language)
  }

  /// - Parameters: what the rows are, and what was expected and perceived, as heads of columns.
  package func table(rows name: String, expected: String, perceived: String) -> ChartTable {
    let words = Catalogue.of(language)
    func cell(_ value: Double) -> ChartTable.Cell { .number(value, places: 2, in: language) }
    return ChartTable(
      columns: [
        ChartTable.Column(name, isNumber: false), ChartTable.Column(expected),
        ChartTable.Column(perceived), ChartTable.Column(words["chart.low"]),
        ChartTable.Column(words["chart.high"]), ChartTable.Column(words["chart.gap"]),
      ],
      rows: rows.map {
        let gap = $0.perceived - $0.expected
        return [
          .text($0.name), cell($0.expected), cell($0.perceived), cell($0.interval.lowerBound),
          cell($0.interval.upperBound),
          .number(gap, shown: NumberText.change(gap, places: 2, in: language)),
        ]
      }
    )
  }
}
