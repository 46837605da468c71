import CXMetrics
import Kernel
import Tabular
import Web

/// Loyalty from a file of purchases as a report.
extension FigureReport {
  init(_ figures: LoyaltyFigures, in language: Language) {
    let text = LoyaltyReportText(figures: figures, words: Catalogue.of(language))
    self.init(
      finding: text.finding,
      source: text.source,
      headline: text.headline,
      parts: [text.scores, text.models, text.best].compactMap(\.self)
    )
  }
}

/// The parts of the report in one language.
private struct LoyaltyReportText: ReportWords {
  let figures: LoyaltyFigures
  let words: Catalogue

  /// Customers listed in the report; the file of customers has all.
  private static let listedMax = 10

  var finding: String {
    guard let median = figures.base.intervals.median else { return words["loyalty.finding_none"] }
    return words.text("loyalty.finding", ["days": number(median, places: 0)])
  }

  var source: String {
    let source = words.plural(
      "loyalty.source",
      figures.customers,
      [
        "file": figures.file.name.lastPart, "rows": count(figures.file.rows),
        "occasions": count(figures.occasions),
        "day": NumberText.localized(figures.terms.asOf.description, in: words.language),
      ]
    )
    let free = figures.file.freeDays
    return free > 0 ? "\(source) \(words.plural("loyalty.free", free))" : source
  }

  var headline: FigureReport.Headline? {
    guard let median = figures.base.intervals.median else { return nil }
    let counts = figures.base.intervals.intervals
    return FigureReport.Headline(
      label: words["loyalty.cycle"],
      value: words.text("loyalty.days", ["days": number(median, places: 0)]),
      sentence: words.text(
        "loyalty.cycle_note",
        [
          "closed": count(counts.ended), "running": count(counts.running),
          "naive": number(figures.base.intervals.medianOfClosed, places: 0),
        ]
      ),
      isLowBase: figures.customers < Estimate.lowBaseBelow,
      picture: returns
    )
  }

  /// How many have come back after so many days.
  private var returns: String? {
    let steps = figures.base.intervals.steps
    guard let last = steps.last, last.days > 0 else { return nil }
    let marks = [7.0, 14, 30, 60, 90, 120, 180, 270, 365].filter { $0 <= max(30, last.days) }
    let points = marks.map { days in
      let left = steps.last { $0.days <= days }?.share ?? 1
      let back = 100 * (1 - left)
      return TrendChart.Point(
        label: number(days, places: 0),
        name: words.text("loyalty.days", ["days": number(days, places: 0)]),
        reading: .init(value: back, low: back, high: back, isLowBase: false)
      )
    }
    return TrendChart(
      id: "returns",
      title: words["loyalty.returns"],
      description: words["loyalty.returns_note"],
      points: points,
      limits: 0...100,
      unit: .percent,
      language: words.language
    ).svg
  }

  /// The three scores of recency, frequency and money, by the sum of them.
  var scores: FigureReport.Part {
    var groups = [(customers: Int, money: Double)](repeating: (0, 0), count: 16)
    var money = 0.0
    for customer in 0..<figures.base.customerCount {
      let found = figures.base[customer]
      guard let score = found.score else { continue }
      groups[score.sum].customers += 1
      groups[score.sum].money += found.recencyFrequencyMonetary.monetary
      money += found.recencyFrequencyMonetary.monetary
    }
    let bands = [(13, 15), (10, 12), (7, 9), (3, 6)]
    let rows = bands.map { low, high in
      let customers = groups[low...high].reduce(0) { $0 + $1.customers }
      let spent = groups[low...high].reduce(0) { $0 + $1.money }
      return [
        NumberText.localized("\(low)–\(high)", in: words.language), count(customers),
        fraction(figures.base.scored > 0 ? Double(customers) / Double(figures.base.scored) : nil),
        number(spent), fraction(money > 0 ? spent / money : nil),
      ]
    }
    return FigureReport.Part(
      title: words["loyalty.rfm"],
      note: words.text("loyalty.rfm_note", ["days": count(figures.terms.windowDays)]),
      table: .init(
        columns: [
          .init(name: words["loyalty.rfm_sum"]), .init(name: words["loyalty.customers"]),
          .init(name: words["report.share"]), .init(name: words["loyalty.spend"]),
          .init(name: words["loyalty.spend_share"]),
        ],
        rows: rows
      ),
      method: words["loyalty.how_rfm"]
    )
  }

  var models: FigureReport.Part {
    guard let forecast = figures.forecast, case .success(let fit) = figures.purchases else {
      return FigureReport.Part(
        title: words["loyalty.forecast"],
        note: words["loyalty.forecast_none"],
        method: words["loyalty.how_models"]
      )
    }
    var rows = [
      [words["loyalty.returned"], count(forecast.returned)],
      [words["loyalty.alive"], fraction(forecast.meanAlive)],
      [words["loyalty.purchases"], number(forecast.purchases, places: 1)],
    ]
    if let value = forecast.value {
      rows.append([words["loyalty.value"], number(value)])
    }
    rows.append([
      "BG/NBD r, α, a, b",
      [fit.model.r, fit.model.alpha, fit.model.a, fit.model.b]
        .map { number($0, places: 3) }.joined(separator: "  "),
    ])
    if case .success(let spend) = figures.spend {
      rows.append([
        "Gamma–gamma p, q, γ",
        [spend.model.p, spend.model.q, spend.model.gamma]
          .map { number($0, places: 3) }.joined(separator: "  "),
      ])
    }
    return FigureReport.Part(
      title: words["loyalty.forecast"],
      note: words.text(
        "loyalty.forecast_note",
        [
          "months": count(figures.terms.months),
          "discount": fraction(figures.terms.monthlyDiscount),
          "margin": fraction(figures.terms.margin),
        ]
      ),
      table: .init(
        columns: columns("loyalty.figure", "loyalty.amount"),
        rows: rows
      ),
      method: words["loyalty.how_models"]
    )
  }

  /// Whose coming months are worth most.
  var best: FigureReport.Part? {
    guard let forecast = figures.forecast else { return nil }
    func worth(_ customer: Int) -> Double {
      let found = forecast.byCustomer[customer]
      return found?.value?.value ?? found?.purchases ?? 0
    }
    var top: [Int] = []
    for customer in 0..<figures.base.customerCount where forecast.byCustomer[customer] != nil {
      let place = top.firstIndex { worth(customer) > worth($0) } ?? top.count
      if place < Self.listedMax { top.insert(customer, at: place) }
      if top.count > Self.listedMax { top.removeLast() }
    }
    let rows = top.map { customer in
      let found = figures.base[customer]
      let customerForecast = forecast.byCustomer[customer]
      return [
        figures.file.customers.value(customer), count(Int(found.occasions)),
        found.score.map { NumberText.localized($0.code, in: words.language) } ?? "–",
        found.occasions > 1 ? fraction(customerForecast?.alive) : "–",
        number(customerForecast?.purchases, places: 1),
        number(customerForecast?.value?.value),
      ]
    }
    return FigureReport.Part(
      title: words["loyalty.best"],
      table: .init(
        columns: [
          .init(name: words["loyalty.customer"], isNumber: false),
          .init(name: words["loyalty.days_bought"]), .init(name: "RFM"),
          .init(name: words["loyalty.alive"]), .init(name: words["loyalty.purchases"]),
          .init(name: words["loyalty.value"]),
        ],
        rows: rows
      )
    )
  }
}
