package import Kernel

/// Do two things go together? Points with the intervals of both.
package struct Scatter: Sendable {
  package struct Point: Hashable, Sendable {
    package let name: String
    package let across: Reading
    package let up: Reading

    /// Told apart by its colour and, in words, by the description.
    package let isAlarming: Bool

    package init(name: String, across: Reading, up: Reading, isAlarming: Bool = false) {
      self.name = name
      self.across = across
      self.up = up
      self.isAlarming = isAlarming
    }
  }

  package struct Reading: Hashable, Sendable {
    package let value: Double
    package let interval: ClosedRange<Double>

    package init(_ value: Double, in interval: ClosedRange<Double>) {
      self.value = value
      self.interval = interval
    }
  }

  package let points: [Point]

  /// The line that fits best, where the page wants one: up = start + slope × across.
  let fit: (start: Double, slope: Double)?
  let quadrants: Quadrants?
  let across: AxisScale
  let up: AxisScale
  let language: Language
  let frame: ChartFrame

  static let plotHeight = 290.0

  /// - Parameters: the ends of both measures, which no tick passes.
  package init(
    id: String,
    title: String,
    description: String,
    points: [Point],
    fit: (start: Double, slope: Double)? = nil,
    quadrants: Quadrants? = nil,
    acrossLimits: ClosedRange<Double>,
    upLimits: ClosedRange<Double>,
    language: Language
  ) {
    self.points = points
    self.fit = fit
    self.quadrants = quadrants
    self.language = language
    across = Self.scale(points.map(\.across), acrossLimits)
    up = Self.scale(points.map(\.up), upLimits)
    frame = ChartFrame(
      id: id,
      title: title,
      description: description,
      size: .elastic(height: Int(Self.plotHeight) + 28),
      classes: "chart pad"
    )
  }

  private static func scale(_ readings: [Reading], _ limits: ClosedRange<Double>) -> AxisScale {
    AxisScale(
      covering: readings.flatMap { [$0.interval.lowerBound, $0.interval.upperBound] },
      within: limits
    )
  }

  var page: SVG { SVG(language: language) }

  func x(_ value: Double) -> Double { min(1, max(0, across.share(of: value))) }

  func y(_ value: Double) -> Double { (1 - min(1, max(0, up.share(of: value)))) * Self.plotHeight }

  package var svg: String {
    frame.around(
      fields + gridLines + fitLine + cornerNames + points.map(cross).joined()
        + points.map(dot).joined() + names
    )
  }

  private var gridLines: String {
    let levels = up.ticks.map { tick in
      let text = NumberText.decimal(tick, places: up.places, in: language)
      return page.across(0, to: 1, y: y(tick), classes: tick == 0 ? "zl" : "gl")
        + page.text(text, at: 0, y: y(tick) + 4, anchor: .end, away: 10)
    }
    let places = across.ticks.map { tick in
      page.text(
        NumberText.decimal(tick, places: across.places, in: language),
        at: x(tick),
        y: Self.plotHeight + 22
      )
    }
    return levels.joined() + places.joined()
  }

  /// Only as far as there are points: beyond them it would promise too much.
  private var fitLine: String {
    let values = points.map(\.across.value)
    guard let fit, let first = values.min(), let last = values.max(), last > first
    else { return "" }
    func end(_ value: Double) -> (x: String, y: String) {
      (page.percent(x(value)), SVG.number(y(fit.start + fit.slope * value)))
    }
    let (one, other) = (end(first), end(last))
    return """
      <line x1="\(one.x)" y1="\(one.y)" x2="\(other.x)" y2="\(other.y)" class="fit"/>
      """
  }

  private func cross(_ point: Point) -> String {
    let (across, up) = (point.across, point.up)
    return page.across(
      x(across.interval.lowerBound),
      to: x(across.interval.upperBound),
      y: y(up.value),
      classes: "cross"
    )
      + page.down(
        x(across.value),
        from: y(up.interval.upperBound),
        to: y(up.interval.lowerBound),
        classes: "cross"
      )
  }

  private func dot(_ point: Point) -> String {
    page.circle(
      x(point.across.value),
      y: y(point.up.value),
      radius: 8,
      classes: point.isAlarming ? "fd dot" : "fa dot"
    )
  }

  /// - Parameters: what the points are, and what both measures are.
  package func table(points name: String, across: String, up: String) -> ChartTable {
    let words = Catalogue.of(language)
    let ends = [ChartTable.Column(words["chart.low"]), ChartTable.Column(words["chart.high"])]
    func cells(_ reading: Reading, _ places: Int) -> [ChartTable.Cell] {
      [reading.value, reading.interval.lowerBound, reading.interval.upperBound].map {
        .number($0, places: places, in: language)
      }
    }
    return ChartTable(
      columns: [ChartTable.Column(name, isNumber: false), ChartTable.Column(across)] + ends
        + [ChartTable.Column(up)] + ends,
      rows: points.map {
        [.text($0.name)] + cells($0.across, self.across.places) + cells($0.up, self.up.places)
      }
    )
  }
}
