import CXMetrics
import Kernel
import Web

/// The values of one dimension, best first: ranked only where there are enough answers to rank.
struct OverviewGroups: Sendable {
  let title: String
  let column: String
  let rows: [Row]
  let all: [Row]

  /// The sides in words, over the bars; nil for a measure without sides.
  let key: SideKey?

  /// How many have too few answers to stand in the picture.
  let low: String?
  let csv: String

  /// What a picture can hold; the table has all.
  static let drawnMax = 12

  struct SideKey: Sendable {
    let bad: String
    let middle: String
    let good: String

    init(_ measure: FigureMeasure, _ words: Catalogue) {
      let key = "overview.key.\(measure.words)"
      bad = words["\(key).bad"]
      middle = words["\(key).middle"]
      good = words["\(key).good"]
    }
  }

  struct Row: Sendable {
    let name: String
    let href: String
    let count: String
    let value: String
    let between: String
    let bar: String
  }

  init?(_ figures: OverviewFigures, in language: Language) {
    guard let groups = figures.groups else { return nil }
    let words = Catalogue.of(language)
    let dimension = figures.dimension
    let measured = groups.groups.compactMap { group in
      groups.estimate(of: group.tally).map { (group: group, estimate: $0) }
    }
    // A business without branches has nothing to split; one whose branches were silent hears so.
    guard figures.values[dimension]?.isEmpty == false else { return nil }
    let ranked =
      measured.filter { !$0.estimate.isLowBase }.sorted { $0.estimate.value > $1.estimate.value }
    let thin = measured.filter { $0.estimate.isLowBase }
    column = words.dimension(dimension)
    title = words.text("overview.groups_title", ["dimensions": words.dimensions(dimension)])
    all = (ranked + thin).enumerated().map { place, item in
      Row(place, item.group, item.estimate, figures, words)
    }
    rows = Array(all.prefix(min(ranked.count, Self.drawnMax)))
    let measure = groups.question.measure
    key = measure.sides(of: groups.overall).map { _ in SideKey(measure, words) }
    let isSilent = !measured.contains { $0.group.values.first?.isEmpty == false }
    low =
      isSilent
      ? words["overview.groups_silent"]
      : thin.isEmpty ? nil : words.plural("overview.low_groups", thin.count)
    csv = figures.csv("groups")
  }
}

extension OverviewGroups.Row {
  fileprivate init(
    _ place: Int,
    _ group: Figures.Group,
    _ estimate: Estimate,
    _ figures: OverviewFigures,
    _ words: Catalogue
  ) {
    let value = group.values.first ?? ""
    let measure = figures.groups?.question.measure ?? .netPromoterScore(.zeroToTen)
    let line = OverviewRow(
      words.value(value, of: figures.dimension),
      estimate,
      MeasureText(measure: measure, language: words.language)
    )
    name = line.label
    href = figures.request.with { request in
      request.filters.removeAll { $0.dimension == figures.dimension }
      request.filters.append(.init(dimension: figures.dimension, values: [value]))
    }.href()
    count = words.plural("answers.count", estimate.count)
    self.value = line.value
    between = line.between
    bar = Self.bar(place, group.tally, measure, name: line.label, words)
  }

  private static func bar(
    _ place: Int,
    _ tally: Tally<11>,
    _ measure: FigureMeasure,
    name: String,
    _ words: Catalogue
  ) -> String {
    guard let sides = measure.sides(of: tally) else { return "" }
    let total = Double(max(1, sides.reduce(0, +)))
    let shares = sides.map { Double($0) / total }
    return ShareBar(
      id: "group-\(place)",
      title: name,
      description: OverviewPeople.texts(shares, measure, words).joined(separator: ", "),
      detractors: shares[0],
      passives: shares[1],
      promoters: shares[2],
      language: words.language
    ).svg
  }
}
