package import Kernel

/// Is it changing? A line with its interval as a band, the last value written at its end.
package struct TrendChart: Sendable {
  package struct Point: Hashable, Sendable {
    package let label: String

    /// Nil where nobody answered: the line breaks there rather than guess.
    package let reading: Reading?

    package init(label: String, reading: Reading?) {
      self.label = label
      self.reading = reading
    }
  }

  package struct Reading: Hashable, Sendable {
    package let value: Double
    package let low: Double
    package let high: Double
    package let isLowBase: Bool

    package init(value: Double, low: Double, high: Double, isLowBase: Bool) {
      self.value = value
      self.low = low
      self.high = high
      self.isLowBase = isLowBase
    }
  }

  let points: [Point]
  let language: Language
  let scale: AxisScale
  let frame: ChartFrame

  /// - Parameter limits: the ends of the measure itself, which no tick passes.
  package init(
    id: String,
    title: String,
    description: String,
    points: [Point],
    limits: ClosedRange<Double>,
    language: Language
  ) {
    self.points = points
    self.language = language
    scale = AxisScale(covering: Self.covered(points.compactMap(\.reading)), within: limits)
    frame = ChartFrame(
      id: id,
      title: title,
      description: description,
      height: Self.plotHeight + 28,
      classes: "chart pad"
    )
  }

  static let plotHeight = 292

  /// Every value, and the intervals that say something: that of a handful of answers spans nearly
  /// the whole measure and would press all the others flat, so its band ends at the picture's edge.
  private static func covered(_ readings: [Reading]) -> [Double] {
    let firm = readings.filter { !$0.isLowBase }
    let banded = firm.isEmpty ? readings : firm
    return readings.map(\.value) + banded.flatMap { [$0.low, $0.high] }
  }

  package var svg: String { frame.around(gridLines + curves + lastValue + labels) }

  private var page: SVG { SVG(language: language) }

  private func share(_ index: Int) -> Double {
    points.count > 1 ? Double(index) / Double(points.count - 1) : 0.5
  }

  private func y(_ value: Double) -> String {
    SVG.number((1 - min(1, max(0, scale.share(of: value)))) * Double(Self.plotHeight))
  }

  private var gridLines: String {
    scale.ticks.map { tick in
      let text = NumberText.decimal(tick, places: scale.places, in: language)
      return """
        <line x1="0" x2="100%" y1="\(y(tick))" y2="\(y(tick))" class="\(tick == 0 ? "zl" : "gl")"/>\
        <text x="\(page.percent(0))" dx="\(page.before(10))" dy="4" y="\(y(tick))" \
        text-anchor="end">\(text)</text>
        """
    }.joined()
  }

  /// Runs of neighbouring periods with answers; the curve is drawn for each by itself.
  private var runs: [[(index: Int, reading: Reading)]] {
    var runs: [[(index: Int, reading: Reading)]] = []
    var isOpen = false
    for (index, point) in points.enumerated() {
      guard let reading = point.reading else {
        isOpen = false
        continue
      }
      if !isOpen { runs.append([]) }
      isOpen = true
      runs[runs.count - 1].append((index, reading))
    }
    return runs
  }

  private var curves: String {
    func place(_ index: Int, _ value: Double) -> String {
      "\(SVG.number(page.x(share(index)))) \(y(value))"
    }
    var paths = ""
    var dots = ""
    for run in runs {
      if run.count == 1, let only = run.first {
        dots += whisker(only.index, only.reading)
        continue
      }
      let upper = run.map { place($0.index, $0.reading.high) }
      let lower = run.reversed().map { place($0.index, $0.reading.low) }
      paths += "<path class=\"bd\" d=\"M\((upper + lower).joined(separator: " L"))Z\"/>"
      let line = run.map { place($0.index, $0.reading.value) }.joined(separator: ", ")
      paths += "<polyline class=\"ln\" points=\"\(line)\"/>"
    }
    // A low base is an open ring, so that a thin month does not look like a firm one.
    for (index, point) in points.enumerated() {
      guard let reading = point.reading, reading.isLowBase else { continue }
      dots += """
        <circle cx="\(page.percent(share(index)))" cy="\(y(reading.value))" r="4" class="low"/>
        """
    }
    return """
      <svg class="curves" width="100%" height="\(Self.plotHeight)" \
      viewBox="0 0 100 \(Self.plotHeight)" preserveAspectRatio="none">\(paths)</svg>\(dots)
      """
  }

  /// A single period has no line to stand in: its interval is drawn upright.
  private func whisker(_ index: Int, _ reading: Reading) -> String {
    let x = page.percent(share(index))
    return """
      <line x1="\(x)" x2="\(x)" y1="\(y(reading.high))" y2="\(y(reading.low))" class="wh"/>\
      <circle cx="\(x)" cy="\(y(reading.value))" r="5" class="dot fa"/>
      """
  }

  private var lastValue: String {
    guard let index = points.lastIndex(where: { $0.reading != nil }),
      let reading = points[index].reading
    else { return "" }
    let x = page.percent(share(index))
    let text = NumberText.decimal(reading.value, places: scale.places, in: language)
    let top = y(reading.isLowBase ? reading.value : reading.high)
    return """
      <circle cx="\(x)" cy="\(y(reading.value))" r="6" class="dot fa"/>\
      <text class="s" x="\(x)" y="\(top)" dy="-10" text-anchor="middle">\(text)</text>
      """
  }

  /// At most seven names, the last always among them; a phone has room for no more.
  private var labels: String {
    let step = max(1, (points.count + 5) / 6)
    return points.enumerated().filter { (points.count - 1 - $0.offset) % step == 0 }.map {
      """
      <text x="\(page.percent(share($0.offset)))" y="\(Self.plotHeight + 22)" \
      text-anchor="middle">\(HTMLText.escaped($0.element.label))</text>
      """
    }.joined()
  }
}
