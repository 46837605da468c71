/// Where everything of a trend lies, and what stands around its curves.
struct TrendPlot {
  let chart: TrendChart

  var page: SVG { SVG(language: chart.language) }

  /// A point's place across, 0…1 in reading order; a part of one lies between two.
  func share(_ place: Double) -> Double {
    chart.points.count > 1 ? place / Double(chart.points.count - 1) : 0.5
  }

  func share(_ index: Int) -> Double { share(Double(index)) }

  func y(_ value: Double) -> Double {
    (1 - min(1, max(0, chart.scale.share(of: value)))) * Double(TrendChart.plotHeight)
  }

  private func shown(_ value: Double, places: Int) -> String {
    chart.unit.text(value, places: places, in: chart.language)
  }

  var gridLines: String {
    chart.scale.ticks.map { tick in
      page.across(0, to: 1, y: y(tick), classes: tick == 0 ? "zl" : "gl")
        + page.text(
          shown(tick, places: chart.scale.places),
          at: 0,
          y: y(tick) + 4,
          anchor: .end,
          away: 10
        )
    }.joined()
  }

  /// The goal across the whole picture, named where reading starts.
  var goalLine: String {
    guard let goal = chart.goal, (0...1).contains(chart.scale.share(of: goal)) else { return "" }
    let label = Catalogue.of(chart.language).text(
      "chart.goal",
      ["value": shown(goal, places: chart.scale.places)]
    )
    // Above its line; at the upper edge below it.
    let place = y(goal) < 16 ? y(goal) + 15 : y(goal) - 6
    return page.across(0, to: 1, y: y(goal), classes: "goal")
      + page.text(label, at: 0, y: place, anchor: .start, classes: "m halo")
  }

  var eventLines: String {
    chart.events.map {
      page.down(
        share($0.place),
        from: 0,
        to: Double(TrendChart.plotHeight),
        classes: "event"
      )
    }.joined()
  }

  /// Names of what happened, at the upper edge, each beside its line.
  var eventLabels: String {
    var rows = LabelRows()
    return chart.events.map { event in
      let place = rows.place(event.label, at: share(event.place), preferring: .start)
      return page.text(
        event.label,
        at: share(event.place),
        y: Double(12 + place.row * 16),
        anchor: place.anchor,
        away: 6,
        classes: "m halo"
      )
    }.joined()
  }

  var lastValue: String {
    guard let index = chart.drawn.lastIndex(where: { $0 != nil }), let reading = chart.drawn[index]
    else { return "" }
    return page.text(
      shown(reading.value, places: chart.places),
      at: share(index),
      y: y(reading.high) - 10,
      classes: "s halo"
    )
  }

  /// At most seven names, the last always among them; a phone has room for no more.
  var labels: String {
    let count = chart.points.count
    let step = max(1, (count + 5) / 6)
    return chart.points.enumerated().filter { (count - 1 - $0.offset) % step == 0 }.map {
      page.text($0.element.label, at: share($0.offset), y: Double(TrendChart.plotHeight + 22))
    }.joined()
  }
}
