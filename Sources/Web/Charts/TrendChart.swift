package import Kernel

/// Is it changing? A line with its interval as a band, the last value written at its end; with it,
/// where wanted, a goal, the period before and what happened on the way.
package struct TrendChart: Sendable {
  package struct Point: Hashable, Sendable {
    package let label: String

    /// In full, for the table; below the picture stands `label`.
    package let name: String

    /// Nil where nobody answered: the line breaks there rather than guess.
    package let reading: Reading?

    package init(label: String, name: String? = nil, reading: Reading?) {
      self.label = label
      self.name = name ?? label
      self.reading = reading
    }
  }

  package struct Reading: Hashable, Sendable {
    package let value: Double
    package let low: Double
    package let high: Double
    package let isLowBase: Bool

    /// Answers behind it, for the table.
    package let count: Int?

    package init(value: Double, low: Double, high: Double, isLowBase: Bool, count: Int? = nil) {
      self.value = value
      self.low = low
      self.high = high
      self.isLowBase = isLowBase
      self.count = count
    }
  }

  /// What happened at a point and may explain what follows: "Campaign begins".
  package struct Event: Hashable, Sendable {
    /// The index of its point; between two points, a part of one.
    package let place: Double
    package let label: String

    package init(place: Double, label: String) {
      self.place = place
      self.label = label
    }
  }

  package let points: [Point]

  /// One value for each point, from the period before; nil where there is none.
  let comparison: [Double?]
  let goal: Double?
  let events: [Event]
  let unit: ChartUnit

  /// Decimals of values; ticks have as many as tell them apart.
  let places: Int
  let language: Language
  let scale: AxisScale

  /// What line, band and scale are made of.
  let drawn: [Reading?]
  let frame: ChartFrame

  /// - Parameter limits: the ends of the measure itself, which no tick passes.
  package init(
    id: String,
    title: String,
    description: String,
    points: [Point],
    comparison: [Double?] = [],
    goal: Double? = nil,
    events: [Event] = [],
    limits: ClosedRange<Double>,
    unit: ChartUnit = .plain,
    places: Int = 0,
    language: Language
  ) {
    self.points = points
    self.comparison = Array(comparison.prefix(points.count))
    self.goal = goal
    self.events = events
    self.unit = unit
    self.places = places
    self.language = language
    drawn = Self.drawn(points.map(\.reading))
    let values = drawn.compactMap(\.self).flatMap { [$0.value, $0.low, $0.high] }
    scale = AxisScale(
      covering: values + self.comparison.compactMap(\.self) + [goal].compactMap(\.self),
      within: limits
    )
    frame = ChartFrame(
      id: id,
      title: title,
      description: description,
      size: .elastic(height: Self.plotHeight + 28),
      classes: "chart pad"
    )
  }

  static let plotHeight = 292

  /// The firm periods, for the value of a handful of answers may lie anywhere and its interval
  /// spans nearly the whole measure. With none firm, all of them.
  private static func drawn(_ readings: [Reading?]) -> [Reading?] {
    guard readings.contains(where: { $0?.isLowBase == false }) else { return readings }
    return readings.map { $0?.isLowBase == true ? nil : $0 }
  }

  package var svg: String {
    let plot = TrendPlot(chart: self)
    return frame.around(
      plot.gridLines + plot.eventLines + plot.curves + plot.goalLine + plot.dots + plot.lastValue
        + plot.eventLabels + plot.labels
    )
  }

  /// The same values to read one by one.
  ///
  /// - Parameters:
  ///   - period: what the points are, such as "Month".
  ///   - measure: what they measure, such as "Score".
  ///   - before: what the comparison is, such as "Year before".
  package func table(period: String, measure: String, before: String = "") -> ChartTable {
    let hasCounts = points.contains { $0.reading?.count != nil }
    let words = Catalogue.of(language)
    var columns = [
      ChartTable.Column(period, isNumber: false), ChartTable.Column(measure),
      ChartTable.Column(words["chart.low"]), ChartTable.Column(words["chart.high"]),
    ]
    if hasCounts { columns.append(ChartTable.Column(words["chart.answers"])) }
    if !comparison.isEmpty { columns.append(ChartTable.Column(before)) }
    func cell(_ value: Double?) -> ChartTable.Cell {
      unit.cell(value, places: places, in: language)
    }
    let rows = points.enumerated().map { index, point in
      let reading = point.reading
      var row = [ChartTable.Cell.text(point.name)]
      row += [reading?.value, reading?.low, reading?.high].map(cell)
      if hasCounts { row.append(.number(Double(reading?.count ?? 0), places: 0, in: language)) }
      if !comparison.isEmpty {
        row.append(cell(comparison.indices.contains(index) ? comparison[index] : nil))
      }
      return row
    }
    return ChartTable(columns: columns, rows: rows)
  }
}
