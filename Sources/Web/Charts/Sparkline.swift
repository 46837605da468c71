package import Kernel

/// The way of a figure in the space of a word; its last value is a dot.
package struct Sparkline: Sendable {
  let values: [Double?]
  let isAlarming: Bool
  let language: Language
  let frame: ChartFrame

  private static let size = (width: 96.0, height: 26.0, margin: 4.0)

  /// - Parameters:
  ///   - description: all the values in words, for nobody reads them off a line this small.
  ///   - values: in the order of time; nil where there is none.
  ///   - isAlarming: bad news has a grey line and an orange end.
  package init(
    id: String,
    title: String,
    description: String,
    values: [Double?],
    isAlarming: Bool = false,
    language: Language
  ) {
    self.values = values
    self.isAlarming = isAlarming
    self.language = language
    frame = ChartFrame(
      id: id,
      title: title,
      description: description,
      size: .fixed(width: Int(Self.size.width), height: Int(Self.size.height)),
      classes: "spark"
    )
  }

  package var svg: String {
    var lines = ""
    var run: [String] = []
    for (index, value) in values.enumerated() {
      if let value { run.append(place(index, value)) }
      guard value == nil || index == values.count - 1 else { continue }
      if run.count > 1 {
        lines += """
          <polyline class="\(isAlarming ? "ln2" : "ln")" points="\(run.joined(separator: " "))"/>
          """
      }
      run = []
    }
    return frame.around(lines + end)
  }

  /// - Parameters:
  ///   - name: what the points are, such as "Month".
  ///   - value: what they count, such as "Mentions".
  ///   - points: their names, in the order of time.
  package func table(
    lines name: String,
    value: String,
    points: [String],
    places: Int = 0
  ) -> ChartTable {
    ChartTable(
      columns: [ChartTable.Column(name, isNumber: false), ChartTable.Column(value)],
      rows: zip(points, values).map { [.text($0), .number($1, places: places, in: language)] }
    )
  }

  private var end: String {
    guard let index = values.lastIndex(where: { $0 != nil }), let last = values[index]
    else { return "" }
    return """
      <circle cx="\(SVG.number(x(index)))" cy="\(SVG.number(y(last)))" r="3" \
      class="\(isAlarming ? "fd" : "fa")"/>
      """
  }

  private func place(_ index: Int, _ value: Double) -> String {
    "\(SVG.number(x(index))),\(SVG.number(y(value)))"
  }

  private func x(_ index: Int) -> Double {
    let share = values.count > 1 ? Double(index) / Double(values.count - 1) : 0.5
    let across = SVG(language: language).x(share) / 100
    return Self.size.margin + across * (Self.size.width - 2 * Self.size.margin)
  }

  private func y(_ value: Double) -> Double {
    let known = values.compactMap(\.self)
    let (low, high) = (known.min() ?? 0, known.max() ?? 0)
    let share = high > low ? (value - low) / (high - low) : 0.5
    return Self.size.margin + (1 - share) * (Self.size.height - 2 * Self.size.margin)
  }
}
