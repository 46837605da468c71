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
  private let drawn: [Reading?]
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
    drawn = Self.drawn(points.map(\.reading))
    scale = AxisScale(
      covering: drawn.compactMap(\.self).flatMap { [$0.value, $0.low, $0.high] },
      within: limits
    )
    frame = ChartFrame(
      id: id,
      title: title,
      description: description,
      height: Self.plotHeight + 28,
      classes: "chart pad"
    )
  }

  static let plotHeight = 292

  /// What line, band and scale are made of: the firm periods, for the value of a handful of answers
  /// may lie anywhere and its interval spans nearly the whole measure. With none firm, all of them.
  private static func drawn(_ readings: [Reading?]) -> [Reading?] {
    guard readings.contains(where: { $0?.isLowBase == false }) else { return readings }
    return readings.map { $0?.isLowBase == true ? nil : $0 }
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

  /// Runs of neighbouring periods to draw; each has a curve of its own.
  private var runs: [[(index: Int, reading: Reading)]] {
    var runs: [[(index: Int, reading: Reading)]] = []
    var isOpen = false
    for (index, reading) in drawn.enumerated() {
      guard let reading else {
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
    for (index, point) in points.enumerated() {
      guard let reading = point.reading, reading.isLowBase else { continue }
      dots += thin(index, reading.value)
    }
    return """
      <svg class="curves" width="100%" height="\(Self.plotHeight)" \
      viewBox="0 0 100 \(Self.plotHeight)" preserveAspectRatio="none">\(paths)</svg>\(dots)
      """
  }

  /// A low base is an open ring, so that a thin month does not look like a firm one; where its
  /// value lies beyond the scale, an arrow at the edge tells which way.
  private func thin(_ index: Int, _ value: Double) -> String {
    let x = page.percent(share(index))
    let share = scale.share(of: value)
    if (0...1).contains(share) {
      return "<circle cx=\"\(x)\" cy=\"\(y(value))\" r=\"4\" class=\"low\"/>"
    }
    let arrow = share > 1 ? "M-5 7L0 1L5 7" : "M-5 -7L0 -1L5 -7"
    return """
      <svg x="\(x)" y="\(y(value))" class="beyond"><path d="\(arrow)" class="low"/></svg>
      """
  }

  /// A single period has no line to stand in: its interval is drawn upright.
  private func whisker(_ index: Int, _ reading: Reading) -> String {
    let x = page.percent(share(index))
    let line = """
      <line x1="\(x)" x2="\(x)" y1="\(y(reading.high))" y2="\(y(reading.low))" class="wh"/>
      """
    return reading.isLowBase ? line : line + dot(x, reading.value, radius: 5)
  }

  private func dot(_ x: String, _ value: Double, radius: Int) -> String {
    "<circle cx=\"\(x)\" cy=\"\(y(value))\" r=\"\(radius)\" class=\"dot fa\"/>"
  }

  private var lastValue: String {
    guard let index = drawn.lastIndex(where: { $0 != nil }), let reading = drawn[index]
    else { return "" }
    let x = page.percent(share(index))
    let text = NumberText.decimal(reading.value, places: scale.places, in: language)
    let top = y(reading.high)
    let mark = reading.isLowBase ? "" : dot(x, reading.value, radius: 6)
    return """
      \(mark)<text class="s" x="\(x)" y="\(top)" dy="-10" text-anchor="middle">\(text)</text>
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
