import CXMetrics
import Kernel
import Web

/// By which road the answers come.
struct OverviewChannels: Sendable {
  let rows: [Row]
  let csv: String

  /// Beside the groups; alone it takes the whole row.
  let width: String

  struct Row: Sendable {
    let name: String
    let count: String
    let share: String
    let between: String
    let bar: String
  }

  init?(_ figures: OverviewFigures, in language: Language) {
    let words = Catalogue.of(language)
    rows = figures.channelShares.enumerated().compactMap { place, channel in
      channel.share.estimate.map {
        Row(place, channel.name, channel.share.successes, $0, words)
      }
    }
    guard !rows.isEmpty else { return nil }
    csv = figures.csv("channels")
    width = figures.values[figures.dimension]?.isEmpty == false ? "w5" : "w12"
  }
}

extension OverviewChannels.Row {
  fileprivate init(
    _ place: Int,
    _ value: String,
    _ answers: Int,
    _ estimate: Estimate,
    _ words: Catalogue
  ) {
    let language = words.language
    name = words.value(value, of: "channel")
    count = words.plural("answers.count", answers)
    share = NumberText.share(estimate.value, in: language)
    between = words.text(
      "overview.range",
      [
        "low": NumberText.share(estimate.low, in: language),
        "high": NumberText.share(estimate.high, in: language),
      ]
    )
    bar =
      RateBar(
        id: "channel-\(place)",
        title: name,
        description: "\(share) (\(between))",
        value: estimate.value,
        interval: estimate.low...estimate.high,
        full: 100,
        language: language
      ).svg
  }
}
