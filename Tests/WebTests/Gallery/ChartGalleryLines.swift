import Kernel
import Web

/// Pictures that stand in lines of text or of a list.
extension ChartGallerySection {
  var stores: String {
    let shares = [(0.1, 0.25, 0.65), (0.11, 0.28, 0.61), (0.13, 0.27, 0.6), (0.31, 0.3, 0.39)]
    let bars = zip(words.names, shares).enumerated().map { index, row in
      let bar = ShareBar(
        id: id("share\(index)"),
        title: row.0,
        description: number(100 * (row.1.2 - row.1.0)),
        detractors: row.1.0,
        passives: row.1.1,
        promoters: row.1.2,
        language: language
      )
      return (name: row.0, bar: bar)
    }
    let rows = zip(bars, shares).map { bar, share in
      line(bar.name, bar.bar.svg, number(100 * (share.2 - share.0)))
    }
    let key = ChartKey([
      .detractors: words.sides[0], .passives: words.sides[1], .promoters: words.sides[2],
    ])
    let table = ShareBar.table(of: bars, lines: words.store, parts: words.sides, in: language)
    return key.html + "<div class=\"bars\">\(rows.joined())</div>"
      + table.details(named: words.stores, in: language)
  }

  var rates: String {
    let named = zip([words.visit, words.email, words.receipt], [33.0, 17, 5]).enumerated()
    let bars = named.map { place, rate in
      let (name, value) = rate
      let bar = RateBar(
        id: id("rate\(place)"),
        title: name,
        description: NumberText.share(value, in: language),
        value: value,
        interval: value - 3...value + 3,
        mark: 20,
        full: 40,
        language: language
      )
      return (name: name, value: value, bar: bar)
    }
    let rows = bars.map { line($0.name, $0.bar.svg, NumberText.share($0.value, in: language)) }
    let table = RateBar.table(
      of: bars.map { ($0.name, $0.bar) },
      lines: words.road,
      value: words.rateShare,
      in: language
    )
    return "<div class=\"bars\">\(rows.joined())</div><p class=\"sm mut c\">\(words.rateMark)</p>"
      + table.details(named: words.rate, in: language)
  }

  var rising: String {
    let counts: [[Double?]] = [[12, 14, 13, 19, 24, 41], [30, 28, nil, 33, 38, 37]]
    let sparks = zip(words.mentions, counts).enumerated().map { index, mention in
      let spark = Sparkline(
        id: id("spark\(index)"),
        title: mention.0,
        description: mention.1.map { $0.map(number) ?? "–" }.joined(separator: ", "),
        values: mention.1,
        isAlarming: index == 0,
        language: language
      )
      let table = spark.table(
        lines: words.month,
        value: words.mentioned,
        points: Array(words.months.prefix(6))
      )
      return "<li><span class=\"grow\">\(mention.0)"
        + "\(table.details(named: mention.0, in: language))</span>\(spark.svg)</li>"
    }
    return "<ul class=\"rows\">\(sparks.joined())</ul>"
  }

  private func line(_ name: String, _ picture: String, _ value: String) -> String {
    """
    <div><div class="grow"><b>\(name)</b></div><div class="b">\(picture)</div>\
    <div class="v num nw"><b>\(value)</b></div></div>
    """
  }
}
