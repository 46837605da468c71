/// The lines of a trend, their bands, and the single points that are no line.
extension TrendPlot {
  /// Runs of neighbouring values; each has a curve of its own, for a gap is not a guess.
  private func runs<Value>(of values: [Value?]) -> [[(index: Int, value: Value)]] {
    var runs: [[(index: Int, value: Value)]] = []
    var isOpen = false
    for (index, value) in values.enumerated() {
      guard let value else {
        isOpen = false
        continue
      }
      if !isOpen { runs.append([]) }
      isOpen = true
      runs[runs.count - 1].append((index, value))
    }
    return runs
  }

  private func place(_ index: Int, _ value: Double) -> String {
    "\(SVG.number(page.x(share(index)))) \(SVG.number(y(value)))"
  }

  /// What stretches with the picture; its strokes do not.
  var curves: String {
    var paths = ""
    for run in runs(of: chart.drawn) where run.count > 1 {
      let upper = run.map { place($0.index, $0.value.high) }
      let lower = run.reversed().map { place($0.index, $0.value.low) }
      paths += "<path class=\"bd\" d=\"M\((upper + lower).joined(separator: " L"))Z\"/>"
    }
    for run in runs(of: chart.comparison) where run.count > 1 {
      let line = run.map { place($0.index, $0.value) }.joined(separator: ", ")
      paths += "<polyline class=\"ln2\" points=\"\(line)\"/>"
    }
    for run in runs(of: chart.drawn) where run.count > 1 {
      let line = run.map { place($0.index, $0.value.value) }.joined(separator: ", ")
      paths += "<polyline class=\"ln\" points=\"\(line)\"/>"
    }
    return """
      <svg class="curves" width="100%" height="\(TrendChart.plotHeight)" \
      viewBox="0 0 100 \(TrendChart.plotHeight)" preserveAspectRatio="none">\(paths)</svg>
      """
  }

  var dots: String {
    var dots = ""
    for run in runs(of: chart.comparison) where run.count == 1 {
      dots += page.circle(share(run[0].index), y: y(run[0].value), radius: 3, classes: "fn")
    }
    for run in runs(of: chart.drawn) where run.count == 1 {
      dots += whisker(run[0].index, run[0].value)
    }
    for (index, point) in chart.points.enumerated() {
      guard let reading = point.reading, reading.isLowBase else { continue }
      dots += thin(index, reading.value)
    }
    if let index = chart.drawn.lastIndex(where: { $0 != nil }), let last = chart.drawn[index],
      !last.isLowBase
    {
      dots += page.circle(share(index), y: y(last.value), radius: 6, classes: "dot fa")
    }
    return dots
  }

  /// A single period has no line to stand in: its interval is drawn upright.
  private func whisker(_ index: Int, _ reading: TrendChart.Reading) -> String {
    let line = page.down(share(index), from: y(reading.high), to: y(reading.low), classes: "wh")
    guard !reading.isLowBase else { return line }
    return line + page.circle(share(index), y: y(reading.value), radius: 5, classes: "dot fa")
  }

  /// A low base is an open ring, so that a thin month does not look like a firm one; where its
  /// value lies beyond the scale, an arrow at the edge tells which way.
  private func thin(_ index: Int, _ value: Double) -> String {
    let place = chart.scale.share(of: value)
    if (0...1).contains(place) {
      return page.circle(share(index), y: y(value), radius: 4, classes: "low")
    }
    let arrow = place > 1 ? "M-5 7L0 1L5 7" : "M-5 -7L0 -1L5 -7"
    return """
      <svg x="\(page.percent(share(index)))" y="\(SVG.number(y(value)))" class="beyond">\
      <path d="\(arrow)" class="low"/></svg>
      """
  }
}
