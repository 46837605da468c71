import CXMetrics
import Kernel
import Web

/// Key drivers, for people.
extension DriverFile {
  var measured: MeasuredFile { MeasuredFile(kind: "drivers", figures: json) { report(in: $0) } }

  /// Percent of R²: relative weights, or Shapley values where only they were asked for.
  private func weight(_ place: Int) -> Double? {
    found.drivers[place].relativeWeightPercent ?? found.drivers[place].shapleyPercent
  }

  private func interval(_ place: Int) -> Interval? {
    guard let interval = intervals?.drivers[place] else { return nil }
    return interval.relativeWeightPercent ?? interval.shapleyPercent
  }

  private var order: [Int] {
    found.drivers.indices.sorted { (weight($0) ?? 0) > (weight($1) ?? 0) }
  }

  private func report(in language: Language) -> FigureReport {
    let text = AnswerReportText(language, confidence: question.confidence)
    return FigureReport(
      finding: finding(text.words),
      source: text.source(rows),
      headline: FigureReport.Headline(
        label: text.words["drivers.explained"],
        value: text.share(100 * found.rSquared),
        sentence: text.words.plural("drivers.explained_note", found.count),
        isLowBase: found.count < max(50, 10 * found.drivers.count)
      ),
      parts: [weightPart(text), actionPart(text)].compactMap(\.self)
    )
  }

  /// Names the first driver only where its interval lies above that of the second.
  private func finding(_ words: Catalogue) -> String {
    guard let first = order.first else { return words["report.nothing"] }
    let names = ["outcome": question.outcome, "driver": found.drivers[first].name]
    guard order.count > 1 else { return words.text("drivers.finding_one", names) }
    let second = order[1]
    guard let one = interval(first), let other = interval(second), one.low > other.high else {
      return words.text(
        "drivers.finding_unclear",
        names.merging(["other": found.drivers[second].name]) { $1 }
      )
    }
    return words.text("drivers.finding", names)
  }

  private func weightPart(_ text: AnswerReportText) -> FigureReport.Part {
    let words = text.words
    let columns = [
      "drivers.weight", "file.between", "drivers.lmg", "drivers.correlation", "drivers.beta",
    ]
    return FigureReport.Part(
      title: words["drivers.weights"],
      note: words["drivers.note"],
      picture: picture(text),
      table: FigureReport.Table(
        columns: [.init(name: words["drivers.driver"], isNumber: false)]
          + columns.map { .init(name: words[$0]) },
        rows: order.map { place in
          let driver = found.drivers[place]
          return [
            driver.name, text.share(driver.relativeWeightPercent),
            text.between(interval(place), text.share), text.share(driver.shapleyPercent),
            text.number(driver.correlation), text.number(driver.standardizedBeta),
          ]
        },
        more: found.constant.isEmpty
          ? nil
          : words.text("drivers.constant", ["names": found.constant.joined(separator: ", ")])
      ),
      method: words["drivers.how"]
    )
  }

  private func picture(_ text: AnswerReportText) -> String? {
    let ends = order.compactMap { interval($0)?.high ?? weight($0) }
    guard let full = ends.max(), full > 0 else { return nil }
    let bars = order.compactMap { place -> (name: String, svg: String)? in
      guard let value = weight(place) else { return nil }
      let ends = interval(place)
      let name = found.drivers[place].name
      let bar = RateBar(
        id: "driver\(place)",
        title: name,
        description: "\(text.share(value)) (\(text.between(ends, text.share)))",
        value: value,
        interval: (ends?.low ?? value)...(ends?.high ?? value),
        full: full,
        language: text.language
      )
      return (name, bar.svg)
    }
    return text.stacked(bars)
  }

  /// Importance upwards, performance across; numbered as in the table, since columns have long
  /// names and many lie close together.
  private func map(_ matrix: ImportancePerformance, _ text: AnswerReportText) -> String? {
    let words = text.words
    func name(_ quadrant: ImportancePerformance.Quadrant) -> String {
      words["drivers.\(quadrant.rawValue)"]
    }
    let points = order.enumerated().compactMap { rank, place -> Scatter.Point? in
      guard let weight = weight(place), let mean = performance[place].mean else { return nil }
      return Scatter.Point(
        name: text.count(rank + 1),
        across: .init(mean, in: mean...mean),
        up: .init(weight, in: weight...weight),
        isAlarming: quadrant(place) == .concentrateHere
      )
    }
    let means = points.map(\.across.value)
    guard let low = means.min(), let high = means.max(), high > low, found.rSquared > 0 else {
      return nil
    }
    let urgent = order.filter { quadrant($0) == .concentrateHere }.map { found.drivers[$0].name }
    let chart = Scatter(
      id: "map",
      title: words["drivers.map"],
      description: urgent.isEmpty
        ? words["drivers.map_note"]
        : "\(name(.concentrateHere)): \(urgent.joined(separator: ", "))",
      points: points,
      quadrants: Scatter.Quadrants(
        across: matrix.performanceCut,
        up: 100 * matrix.importanceCut / found.rSquared,
        highLow: name(.concentrateHere),
        highHigh: name(.keepUp),
        lowLow: name(.lowPriority),
        lowHigh: name(.possibleOverkill)
      ),
      acrossLimits: low - (high - low)...high + (high - low),
      upLimits: 0...100,
      language: text.language
    )
    let note = HTMLText.escaped(words["drivers.map_note"])
    return "\(chart.svg)<p class=\"sm mut\">\(note)</p>"
  }

  private func actionPart(_ text: AnswerReportText) -> FigureReport.Part? {
    guard let matrix, found.drivers.count > 1 else { return nil }
    let words = text.words
    return FigureReport.Part(
      title: words["drivers.action"],
      note: words["drivers.action_note"],
      picture: map(matrix, text),
      table: FigureReport.Table(
        columns: [
          .init(name: words["drivers.driver"], isNumber: false),
          .init(name: words["drivers.weight"]), .init(name: words["drivers.mean"]),
          .init(name: words["drivers.do"], isNumber: false),
        ],
        rows: order.enumerated().map { rank, place in
          [
            "\(text.count(rank + 1)) \(found.drivers[place].name)", text.share(weight(place)),
            text.number(performance[place].mean),
            quadrant(place).map { words["drivers.\($0.rawValue)"] } ?? "–",
          ]
        }
      ),
      method: words["drivers.action_how"]
    )
  }
}
