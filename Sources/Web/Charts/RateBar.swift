package import Kernel

/// How often? A bar from zero with the interval as a line through its end, and a mark to compare.
package struct RateBar: Sendable {
  let value: Double
  let interval: ClosedRange<Double>
  let mark: Double?
  let full: Double
  let paint: ChartPaint
  let language: Language
  let frame: ChartFrame

  /// - Parameters:
  ///   - mark: another value on the same scale, such as the average, as a thin line.
  ///   - full: what the whole width stands for; the same for bars that stand below each other.
  package init(
    id: String,
    title: String,
    description: String,
    value: Double,
    interval: ClosedRange<Double>,
    mark: Double? = nil,
    full: Double,
    paint: ChartPaint = .measured,
    language: Language
  ) {
    self.value = value
    self.interval = interval
    self.mark = mark
    self.full = full
    self.paint = paint
    self.language = language
    frame = ChartFrame(id: id, title: title, description: description, size: .elastic(height: 26))
  }

  package var svg: String {
    let page = SVG(language: language)
    let width = share(value)
    let bar =
      width > 0
      ? """
      <rect x="\(page.left(0, width: width))" y="8" width="\(SVG.number(width * 100))%" \
      height="10" rx="5" class="\(paint.rawValue)"/>
      """
      : ""
    let marked = mark.map { page.down(share($0), from: 3, to: 23, classes: "zl") } ?? ""
    let line = page.across(
      share(interval.lowerBound),
      to: share(interval.upperBound),
      y: 13,
      classes: "wh"
    )
    return frame.around(
      "<rect width=\"100%\" height=\"10\" y=\"8\" rx=\"5\" class=\"trk\"/>\(bar)\(marked)\(line)"
    )
  }

  /// Bars that stand below each other, as one table.
  ///
  /// - Parameters:
  ///   - name: what the lines are, such as "Channel".
  ///   - value: the head of the numbers.
  package static func table(
    of bars: [(name: String, bar: RateBar)],
    lines name: String,
    value: String,
    unit: ChartUnit = .percent,
    in language: Language
  ) -> ChartTable {
    let words = Catalogue.of(language)
    return ChartTable(
      columns: [
        ChartTable.Column(name, isNumber: false), ChartTable.Column(value),
        ChartTable.Column(words["chart.low"]), ChartTable.Column(words["chart.high"]),
      ],
      rows: bars.map { line in
        let ends = [line.bar.value, line.bar.interval.lowerBound, line.bar.interval.upperBound]
        return [.text(line.name)] + ends.map { unit.cell($0, places: 1, in: language) }
      }
    )
  }

  private func share(_ value: Double) -> Double { full > 0 ? min(1, max(0, value / full)) : 0 }
}
