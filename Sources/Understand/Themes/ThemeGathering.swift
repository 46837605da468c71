import CXMetrics
import CXText
import Kernel

/// What the comments that speak of one theme say.
struct ThemeFigures: Sendable {
  let theme: Theme

  /// Comments that speak of it, of all.
  let share: Proportion

  /// How they feel about it.
  let feeling: FeelingCounts

  /// The scores that came with them; nil without.
  let score: ThemeScore?

  /// Nil where comments have no dates.
  let trend: ThemeTrend?

  /// Typical comments, those of the commoner feeling first, by their place in the file.
  let quotes: [(comment: Int, feeling: Feeling)]
}

/// Gathers what comments say of themes.
struct ThemeGathering {
  private let themes: [Theme]
  private let count: Int
  private let periods: CommentPeriods?

  /// By theme, the comments that speak of it.
  private var comments: [[(place: Int, feeling: Feeling)]]

  init(_ themes: [Theme], _ read: ReadThemes, _ periods: CommentPeriods?) {
    self.themes = themes
    self.periods = periods
    count = read.mentions.count
    comments = Array(repeating: [], count: themes.count)
    for (place, mentions) in read.mentions.enumerated() {
      for mention in mentions { comments[mention.theme].append((place, mention.feeling)) }
    }
  }

  /// Those most spoken of first, of equals in the order they were named.
  mutating func figures(
    _ scores: FileScores,
    _ index: PhraseIndex,
    _ confidence: Confidence
  ) -> [ThemeFigures] {
    var typical = TypicalComments(index: index)
    let order = themes.indices.sorted {
      (comments[$1].count, $0) < (comments[$0].count, $1)
    }
    return order.compactMap { theme in
      let own = comments[theme]
      var feeling = FeelingCounts()
      for comment in own { feeling.add(comment.feeling) }
      guard
        let share = try? Proportion(
          successes: own.count,
          trials: count,
          confidence: confidence
        )
      else { return nil }
      return ThemeFigures(
        theme: themes[theme],
        share: share,
        feeling: feeling,
        score: score(own.map(\.place), scores, confidence),
        trend: trend(own.map(\.place), confidence),
        quotes: Self.quotes(own, feeling, &typical)
      )
    }
  }

  private func score(
    _ places: [Int],
    _ scores: FileScores,
    _ confidence: Confidence
  ) -> ThemeScore? {
    guard let scale = scores.scale else { return nil }
    let own = places.compactMap { scores.scores[$0] }
    return ThemeScore(own, of: scores.known, scale, confidence)
  }

  private func trend(_ places: [Int], _ confidence: Confidence) -> ThemeTrend? {
    guard let periods else { return nil }
    var mentions = [Int](repeating: 0, count: periods.counts.count)
    for place in places {
      if let period = periods.places[place] { mentions[period] += 1 }
    }
    return ThemeTrend(
      mentions: mentions,
      comments: periods.counts,
      themes: themes.count,
      confidence
    )
  }

  /// Two of the commoner feeling and one of the other, so that no theme looks all black.
  private static func quotes(
    _ comments: [(place: Int, feeling: Feeling)],
    _ counts: FeelingCounts,
    _ typical: inout TypicalComments
  ) -> [(comment: Int, feeling: Feeling)] {
    let first: Feeling = counts.negative >= counts.positive ? .negative : .positive
    let second: Feeling = first == .negative ? .positive : .negative
    return [(first, 2), (second, 1)].flatMap { feeling, limit in
      let own = comments.filter { $0.feeling == feeling }.map(\.place)
      return typical.quotes(from: own, limit: limit).map { ($0, feeling) }
    }
  }
}
