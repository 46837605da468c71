package import Kernel

/// Where one figure lies on its whole scale, its interval as a band with a stroke in it; beside it
/// what it is compared with.
package struct IntervalScale: Sendable {
  /// Another value to hold the figure against: its goal, the value before.
  package struct Mark: Hashable, Sendable {
    package let value: Double

    /// With the value in it, such as "goal 50".
    package let label: String

    package init(value: Double, label: String) {
      self.value = value
      self.label = label
    }
  }

  let value: Double
  let interval: ClosedRange<Double>
  let marks: [Mark]
  let limits: ClosedRange<Double>
  let unit: ChartUnit
  let places: Int
  let language: Language
  private let identity: (id: String, title: String, description: String)

  /// - Parameter places: decimals of the ends of the scale.
  package init(
    id: String,
    title: String,
    description: String,
    value: Double,
    interval: ClosedRange<Double>,
    marks: [Mark] = [],
    limits: ClosedRange<Double>,
    unit: ChartUnit = .plain,
    places: Int = 0,
    language: Language
  ) {
    self.value = value
    self.interval = interval
    self.marks = marks.sorted { $0.value < $1.value }
    self.limits = limits
    self.unit = unit
    self.places = places
    self.language = language
    identity = (id, title, description)
  }

  package var svg: String {
    let labels = labelled
    // Room above for as many rows of labels as there are.
    let top = Double(labels.rows * 18)
    let low = share(interval.lowerBound)
    let width = share(interval.upperBound) - low
    let frame = ChartFrame(
      id: identity.id,
      title: identity.title,
      description: identity.description,
      size: .elastic(height: Int(top) + 44)
    )
    return frame.around(
      """
      <g\(top > 0 ? " transform=\"translate(0 \(Int(top)))\"" : "")>\
      <rect x="0" y="8" width="100%" height="8" rx="4" class="trk"/>\
      <rect x="\(page.left(low, width: width))" y="3" width="\(SVG.number(width * 100))%" \
      height="18" rx="5" class="fa" opacity=".5"/>\(labels.text)\
      <rect x="\(page.percent(share(value)))" y="-2" width="5" height="28" rx="2.5" \
      transform="translate(-2.5 0)" class="fa"/>\(ends)</g>
      """
    )
  }

  private var page: SVG { SVG(language: language) }

  /// Marks with their words, the lower ones written away from the higher.
  private var labelled: (text: String, rows: Int) {
    var rows = LabelRows()
    var text = ""
    var count = 0
    for mark in marks {
      let place = rows.place(
        mark.label,
        at: share(mark.value),
        preferring: mark.value < value ? .end : .start
      )
      count = max(count, place.row + 1)
      text += page.down(share(mark.value), from: 2, to: 22, classes: "wh mark")
      text += page.text(
        mark.label,
        at: share(mark.value),
        y: -8 - Double(place.row * 18),
        anchor: place.anchor,
        classes: "m"
      )
    }
    return (text, count)
  }

  private var ends: String {
    let middle = (limits.lowerBound + limits.upperBound) / 2
    let named: [(Double, LabelRows.Anchor)] = [
      (limits.lowerBound, .start), (middle, .middle), (limits.upperBound, .end),
    ]
    return named.map { end, anchor in
      let shown =
        limits.lowerBound < 0
        ? NumberText.change(end, places: places, in: language)
        : unit.text(end, places: places, in: language)
      return page.text(shown, at: share(end), y: 40, anchor: anchor)
    }.joined()
  }

  /// The figure with its interval, then what it is held against.
  ///
  /// - Parameters:
  ///   - name: what the lines are, such as "Score".
  ///   - value: the head of the numbers.
  ///   - places: decimals shown.
  package func table(lines name: String, value: String, places: Int) -> ChartTable {
    let words = Catalogue.of(language)
    func cell(_ value: Double?) -> ChartTable.Cell {
      unit.cell(value, places: places, in: language)
    }
    let figure = [
      .text(identity.title), cell(self.value), cell(interval.lowerBound), cell(interval.upperBound),
    ]
    return ChartTable(
      columns: [
        ChartTable.Column(name, isNumber: false), ChartTable.Column(value),
        ChartTable.Column(words["chart.low"]), ChartTable.Column(words["chart.high"]),
      ],
      rows: [figure] + marks.map { [.text($0.label), cell($0.value), .missing, .missing] }
    )
  }

  private func share(_ place: Double) -> Double {
    min(1, max(0, (place - limits.lowerBound) / (limits.upperBound - limits.lowerBound)))
  }
}
