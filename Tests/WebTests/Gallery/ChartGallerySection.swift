import Kernel
import Web

/// The gallery in one language.
struct ChartGallerySection {
  let language: Language
  let words: ChartGalleryWords

  init(language: Language) {
    self.language = language
    words = .of(language)
  }

  var html: String {
    """
    <section class="gallery" lang="\(language.rawValue)" \
    dir="\(language.isRightToLeft ? "rtl" : "ltr")">
    <header><h1>\(words.title)</h1><p>\(words.lead)</p></header>
    \(slab)
    <div class="grid">
    \(card(words.trend, trend, "w12"))
    \(card(words.stores, stores, "w6"))
    \(card(words.quality, quality, "w6"))
    \(card(words.growth, growth, "w6"))
    \(card(words.together, together, "w6"))
    \(card(words.rate, rates, "w6"))
    \(card(words.rising, rising, "w6"))
    \(card(words.satisfied, satisfaction, "w12"))
    </div>
    </section>
    """
  }

  private func card(_ title: String, _ content: String, _ width: String) -> String {
    """
    <section class="card \(width)"><div class="card-h"><h2>\(title)</h2></div>\(content)</section>
    """
  }

  func id(_ name: String) -> String { "\(language.rawValue)-\(name)" }

  func number(_ value: Double) -> String {
    NumberText.rounded(value, in: language)
  }

  private var slab: String {
    let people = HundredPeople(
      id: id("people"),
      title: words.people,
      description: [words.good, words.middle, words.bad].joined(separator: ", "),
      detractors: 14,
      passives: 28,
      promoters: 58,
      language: language
    )
    let key = ChartKey([
      .promoters: words.good, .passives: words.middle, .detractors: words.bad,
    ])
    let scale = score
    let groups = people.table(
      lines: words.group,
      count: words.people,
      groups: [words.sides[0], words.sides[1], words.sides[2]]
    )
    return """
      <section class="slab"><div class="split"><div><h2 class="lab">\(words.score)</h2>\
      <span class="hero num">\(number(44))</span><p class="mid">\(words.interval)</p></div>\
      <div><h3 class="lab">\(words.people)</h3>\(people.svg)\(key.html)\
      \(groups.details(named: words.people, in: language))\
      <div class="place">\(scale.svg)</div>\(lines(of: scale, places: 0))</div></div></section>
      """
  }

  private func lines(of scale: IntervalScale, places: Int) -> String {
    scale.table(lines: words.figure, value: words.value, places: places)
      .details(named: words.score, in: language)
  }

  private var score: IntervalScale {
    IntervalScale(
      id: id("scale"),
      title: words.score,
      description: words.interval,
      value: 44,
      interval: 40...48,
      marks: [.init(value: 36, label: words.before), .init(value: 50, label: words.goal)],
      limits: -100...100,
      language: language
    )
  }

  /// The same picture of a share.
  private var satisfaction: String {
    let scale = IntervalScale(
      id: id("share-scale"),
      title: words.satisfied,
      description: words.satisfiedInterval,
      value: 62.5,
      interval: 53.9...70.4,
      marks: [.init(value: 75, label: words.satisfiedGoal)],
      limits: 0...100,
      unit: .percent,
      language: language
    )
    return "<p class=\"mid\">\(words.satisfiedInterval)</p><div class=\"place\">\(scale.svg)</div>"
      + lines(of: scale, places: 1)
  }

  private var trend: String {
    let values: [Double?] = [31, 34, 29, 33, nil, 35, 36, 37, 36, 41, 45, 46]
    let chart = TrendChart(
      id: id("trend"),
      title: words.trend,
      description: words.score,
      points: zip(words.months, values).enumerated().map { index, point in
        TrendChart.Point(
          label: point.0,
          reading: point.1.map {
            TrendChart.Reading(
              value: $0,
              low: $0 - 7,
              high: $0 + 7,
              isLowBase: index == 3,
              count: index == 3 ? 21 : 180
            )
          }
        )
      },
      comparison: [28, 27, 29, 30, 31, 30, 32, 31, 33, 32, 34, 35],
      goal: 50,
      events: [.init(place: 8.5, label: words.campaign)],
      limits: -100...100,
      language: language
    )
    let key = ChartKey([.line: words.score, .dashes: words.yearBefore])
    let table = chart.table(period: words.month, measure: words.score, before: words.yearBefore)
    return key.html + chart.svg + table.details(named: words.trend, in: language)
  }

  private var quality: String {
    let values: [(Double, Double, DotAndGap.Verdict)] = [
      (6.4, 5.4, .behind), (5.9, 5.7, .unclear), (5.1, 5.8, .ahead),
    ]
    let chart = DotAndGap(
      id: id("gap"),
      rows: zip(words.qualities, values).map { name, value in
        DotAndGap.Row(
          name: name,
          expected: value.0,
          perceived: value.1,
          interval: value.1 - 0.25...value.1 + 0.25,
          verdict: value.2,
          description: NumberText.change(value.1 - value.0, places: 1, in: language)
        )
      },
      limits: 1...7,
      language: language
    )
    let rows = zip(words.qualities, chart.pictures).map { name, picture in
      "<div><b>\(name)</b><div>\(picture)</div></div>"
    }
    let key = ChartKey([.ring: words.expected, .disc: words.perceived])
    let table = chart.table(
      rows: words.quality,
      expected: words.expected,
      perceived: words.perceived
    )
    return key.html + "<div class=\"gaps\">\(rows.joined())<div><span></span><div>\(chart.axis)"
      + "</div></div></div>" + table.details(named: words.quality, in: language)
  }

  private var growth: String {
    let kinds: [Waterfall.Step.Kind] = [
      .total(820), .change(-140), .change(95), .change(180), .neutral(60), .total(1015),
    ]
    let chart = Waterfall(
      id: id("growth"),
      title: words.growth,
      description: "\(number(820)), \(number(1015))",
      steps: zip(words.steps, kinds).map { Waterfall.Step(name: $0, kind: $1) },
      language: language
    )
    let table = chart.table(step: words.step, value: words.money)
    return chart.svg + table.details(named: words.growth, in: language)
  }

  private var together: String {
    let values: [(Double, Double)] = [(4.2, 55), (5.1, 50), (6.3, 47), (11.4, 8)]
    let chart = Scatter(
      id: id("scatter"),
      title: words.together,
      description: words.wait,
      points: zip(words.names, values).map { name, value in
        Scatter.Point(
          name: name,
          across: .init(value.0, in: value.0 - 0.9...value.0 + 0.9),
          up: .init(value.1, in: value.1 - 9...value.1 + 9),
          isAlarming: value.1 < 20
        )
      },
      fit: (start: 84, slope: -6.6),
      acrossLimits: 0...30,
      upLimits: -100...100,
      language: language
    )
    let table = chart.table(points: words.store, across: words.wait, up: words.score)
    return chart.svg + "<p class=\"sm mut c\">\(words.wait)</p>"
      + table.details(named: words.together, in: language)
  }
}
