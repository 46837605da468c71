import CXMetrics
import Kernel
import Web

/// The touchpoints, best first: ranked only where there are enough answers to rank.
struct OverviewPlaces: Sendable {
  let rows: [Row]
  let all: [Row]

  /// How many have too few answers to stand in the picture.
  let low: String?

  /// What a picture can hold; the table has all.
  static let drawnMax = 12

  struct Row: Sendable {
    let name: String
    let count: String
    let value: String
    let between: String
    let bar: String
  }

  init?(_ figures: Figures, in language: Language) {
    guard case .netPromoterScore(let scale) = figures.question.measure else { return nil }
    let words = Catalogue.of(language)
    let measured = figures.groups.compactMap { group in
      figures.estimate(of: group.tally).map { (group: group, estimate: $0) }
    }
    guard measured.contains(where: { $0.group.values.first?.isEmpty == false }) else { return nil }
    let ranked =
      measured.filter { !$0.estimate.isLowBase }.sorted { $0.estimate.value > $1.estimate.value }
    let thin = measured.filter { $0.estimate.isLowBase }
    let drawn = (ranked + thin).enumerated().map { place, item in
      Row(
        place,
        NetPromoterCounts(item.group.tally, scale: scale),
        item.estimate,
        name: Self.name(item.group.values.first ?? "", words),
        words
      )
    }
    rows = Array(drawn.prefix(min(ranked.count, Self.drawnMax)))
    all = drawn
    low = thin.isEmpty ? nil : words.plural("overview.low_places", thin.count)
  }

  private static func name(_ value: String, _ words: Catalogue) -> String {
    value.isEmpty ? words["overview.not_given"] : value
  }
}

extension OverviewPlaces.Row {
  init(
    _ place: Int,
    _ counts: NetPromoterCounts,
    _ estimate: Estimate,
    name: String,
    _ words: Catalogue
  ) {
    let line = OverviewRow(name, estimate, in: words.language)
    let total = Double(counts.total)
    let shares = [counts.detractors, counts.passives, counts.promoters].map { Double($0) / total }
    self.name = name
    count = words.plural("answers", estimate.count)
    value = line.value
    between = line.between
    bar =
      ShareBar(
        id: "place-\(place)",
        title: name,
        description: zip(["detractors", "passives", "promoters"], shares).map {
          words.text(
            "overview.\($0)",
            ["share": NumberText.percent(100 * $1, in: words.language)]
          )
        }.joined(separator: ", "),
        detractors: shares[0],
        passives: shares[1],
        promoters: shares[2],
        language: words.language
      ).svg
  }
}
