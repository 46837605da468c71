import CXMetrics
import Kernel
import Web

/// What purchases and answers say together, as a report.
extension FigureReport {
  init(_ figures: ProfitFigures, in language: Language) {
    let text = ProfitText(figures: figures, words: Catalogue.of(language))
    self.init(
      finding: text.finding,
      source: text.source,
      headline: text.headline,
      parts: [text.quality, text.value, text.growth, text.leavers].compactMap(\.self)
    )
  }
}

/// The figures in the words of one language.
struct ProfitText: ReportWords {
  let figures: ProfitFigures
  let words: Catalogue

  /// With cents only where all amounts are small.
  func amount(_ value: Double) -> String {
    let largest = max(
      figures.growth.map { max($0.priorRevenue, $0.revenue(.retained)) } ?? 0,
      figures.quality.map { abs($0.total) } ?? 0
    )
    return NumberText.decimal(value, places: largest < 1000 ? 2 : 0, in: words.language)
  }

  func change(_ percent: Double?) -> String {
    percent.map { NumberText.change($0, places: 1, in: language) } ?? "–"
  }

  private func day(_ day: Day) -> String { DayText.text(day, .iso, in: words.language) }

  var finding: String {
    if let bad = figures.quality?.badShare {
      return words.text("profit.finding_bad", ["bad": share(bad)])
    }
    if let earned = figures.growth?.earned {
      return words.text(
        "profit.finding_growth",
        ["earned": change(earned), "total": change(figures.growth?.total)]
      )
    }
    if figures.isSatisfactionHindsight { return words["profit.finding_hindsight"] }
    if let left = try? figures.defectors?.satisfiedAmongDefectors().percent {
      return words.text("profit.finding_left", ["share": share(left)])
    }
    return words["report.nothing"]
  }

  var source: String {
    let files = [figures.purchases, figures.scores].compactMap(\.self).map { use in
      words.plural("file.source", use.rows, ["file": use.file.lastPart])
    }
    let period = figures.periods.map {
      words.text("profit.period", ["from": day($0.first), "to": day($0.last)])
    }
    return (files + [period].compactMap(\.self)).joined(separator: " ")
  }

  /// The bad share, with a bar of what is known.
  var headline: FigureReport.Headline? {
    guard let quality = figures.quality, let bad = quality.badShare, let good = quality.goodShare
    else { return nil }
    return FigureReport.Headline(
      label: words["profit.bad"],
      value: share(bad),
      sentence: words.text("profit.coverage", ["share": share(quality.coverage)]),
      picture: ShareBar(
        id: "profit-quality",
        title: words["profit.quality"],
        description: "\(words["profit.bad"]) \(share(bad)), \(words["profit.good"]) \(share(good))",
        detractors: bad / 100,
        passives: max(0, 1 - (bad + good) / 100),
        promoters: good / 100,
        language: words.language
      ).svg
    )
  }

  var quality: FigureReport.Part? {
    guard let quality = figures.quality else { return nil }
    let judged = ProfitQuality.Quality.allCases.filter { $0 != .unknown }
    // Without answers or sources there is nothing to say.
    guard judged.contains(where: { quality[$0] != 0 }) else { return nil }
    let known = judged.reduce(0) { $0 + quality[$1] }
    func row(_ key: String, _ part: Double, isJudged: Bool = true) -> [String] {
      let isDivisible = isJudged && quality.badShare != nil
      return [words[key], amount(part), isDivisible ? share(100 * part / known) : "–"]
    }
    let rows = [
      row("profit.good", quality[.good]), row("profit.neutral", quality[.neutral]),
      row("profit.bad", quality[.bad]), row("profit.fees", quality.fromBadSources),
      row("profit.unknown", quality[.unknown], isJudged: false),
    ]
    return FigureReport.Part(
      title: words["profit.quality"],
      note: figures.hasProfit ? nil : words["profit.revenue_judged"],
      table: FigureReport.Table(
        columns: columns("profit.kind", "profit.amount", "profit.share_of_judged"),
        rows: rows
      ),
      method: words["profit.how_quality"]
    )
  }

  var value: FigureReport.Part? {
    guard let value = figures.value else { return nil }
    let groups: [(RecommendGroup?, String)] = [
      (.promoter, "file.promoters"), (.passive, "file.passives"), (.detractor, "file.detractors"),
      (nil, "profit.no_answer"),
    ]
    return FigureReport.Part(
      title: words["profit.value"],
      note: value.revenueWeightedScore.map {
        words.text("profit.value_note", ["nps": NumberText.rounded($0, in: words.language)])
      },
      table: FigureReport.Table(
        columns: columns(
          "report.group",
          "profit.customers",
          "profit.revenue",
          "profit.per_customer",
          "profit.share_of_revenue"
        ),
        rows: groups.map { group, key in
          let segment = value[group]
          return [
            words[key], count(segment.customers), amount(segment.revenue),
            segment.revenuePerCustomer.map(amount) ?? "–", share(value.revenueShare(of: group)),
          ]
        }
      ),
      method: words["profit.how_value"]
    )
  }
}
