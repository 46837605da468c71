import CXMetrics
import CXText
import Kernel
import Measure
import Web

/// What the comments of a file say, as a report.
extension FigureReport {
  init(_ figures: ThemesFigures, in language: Language) {
    let text = ThemesReportText(figures: figures, words: Catalogue.of(language))
    self.init(
      finding: text.finding,
      source: text.source,
      headline: text.headline,
      parts: [
        text.themes, text.complaints, text.praise, text.rising, text.candidates, text.copies,
        text.reading,
      ].compactMap(\.self)
    )
  }
}

/// The report in one language; its parts are beside it.
struct ThemesReportText: ReportWords {
  let figures: ThemesFigures
  let words: Catalogue

  /// Themes that somebody speaks of.
  var spoken: [ThemeFigures] { figures.themes.filter { $0.share.successes > 0 } }

  func name(_ theme: Theme) -> String {
    let tag = language.rawValue
    let own = ThemeLanguage(rawValue: tag).flatMap { theme.names[$0] }
    return own ?? theme.names[.english]
      ?? ThemeLanguage.allCases.compactMap { theme.names[$0] }.first ?? theme.id
  }

  /// A share as a whole number, as one says it.
  func whole(_ share: Proportion?) -> String {
    guard let share, share.trials > 0 else { return "–" }
    let percent = 100 * Double(share.successes) / Double(share.trials)
    // A few are not none.
    return percent > 0 && percent < 0.95
      ? NumberText.share(percent, in: language) : NumberText.percent(percent, in: language)
  }

  func whole(_ interval: Interval?) -> String {
    guard let interval else { return "–" }
    let (low, high) = (100 * interval.low, 100 * interval.high)
    return "\(NumberText.rounded(low, in: language)) – \(NumberText.percent(high, in: language))"
  }

  var finding: String {
    guard let first = spoken.first else { return words["themes.finding_none"] }
    let worst = spoken.max { $0.feeling.negative < $1.feeling.negative }
    let names = ["first": name(first.theme), "worst": name((worst ?? first).theme)]
    guard let worst, worst.feeling.negative >= Self.complaintsMin else {
      return words.text("themes.finding_first", names)
    }
    let isSame = worst.theme.id == first.theme.id
    return words.text(isSame ? "themes.finding_same" : "themes.finding", names)
  }

  /// Complaints from which on one can say what draws most of them.
  private static let complaintsMin = 5

  var source: String {
    let all = figures.file.texts.count
    let told = figures.languages.filter { 200 * $0.count >= all }
    let languages = told.map { language, count in
      let share = NumberText.percent(100 * Double(count) / Double(max(1, all)), in: self.language)
      return "\(words["themes.language.\(language.rawValue)"]) \(share)"
    }
    return words.text(
      "themes.source",
      [
        "file": figures.file.name.split(separator: "/").last.map(String.init) ?? "",
        "comments": words.plural("themes.comments", all),
        "languages": languages.joined(separator: words["themes.list_mark"]),
      ]
    )
  }

  var headline: FigureReport.Headline {
    let negative = figures.feeling.proportion(.negative, figures.confidence)
    return FigureReport.Headline(
      label: words["themes.unhappy"],
      value: whole(negative),
      sentence: words.text(
        "themes.unhappy_sentence",
        [
          "between": whole(negative?.interval),
          "confidence": figures.confidence.text(in: language),
          "comments": words.plural("themes.comments", figures.feeling.total),
        ]
      ),
      isLowBase: figures.feeling.total < Estimate.lowBaseBelow,
      picture: bar(figures.feeling, id: "feeling", title: words["themes.feeling"]) + key
    )
  }

  /// How many feel how, as one bar.
  func bar(_ feeling: FeelingCounts, id: String, title: String) -> String {
    let all = Double(max(1, feeling.total))
    return ShareBar(
      id: id,
      title: title,
      description: said(feeling),
      detractors: Double(feeling.negative) / all,
      passives: Double(feeling.neutral) / all,
      promoters: Double(feeling.positive) / all,
      language: language
    ).svg
  }

  /// The same in words.
  func said(_ feeling: FeelingCounts) -> String {
    func share(_ one: Feeling) -> String { whole(feeling.proportion(one, figures.confidence)) }
    return words.text(
      "themes.feelings",
      [
        "negative": share(.negative), "neutral": share(.neutral),
        "positive": share(.positive),
      ]
    )
  }

  private var key: String {
    ChartKey([
      .detractors: words["themes.negative"], .passives: words["themes.neutral"],
      .promoters: words["themes.positive"],
    ]).html
  }
}
