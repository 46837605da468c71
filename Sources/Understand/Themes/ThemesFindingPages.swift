import CXMetrics
import CXText
import Foundation
import Kernel
import Measure
import Web

/// What is found in the comments beside the themes.
extension ThemesReportText {
  /// Rows of each table.
  private static let rowsMax = 10

  var complaints: FigureReport.Part? {
    distinctive(figures.discovery.distinctive, "themes.complaints")
  }

  var praise: FigureReport.Part? {
    distinctive(figures.discovery.distinctiveOfOther, "themes.praise")
  }

  private func distinctive(_ found: DistinctivePhrases, _ key: String) -> FigureReport.Part? {
    guard figures.score != nil, !found.findings.isEmpty else { return nil }
    return FigureReport.Part(
      title: words[key],
      note: words.plural("themes.compared", found.comparedCount),
      table: FigureReport.Table(
        columns: [
          .init(name: words["themes.phrase"], isNumber: false),
          .init(name: words["\(key)_these"]), .init(name: words["\(key)_others"]),
          .init(name: words["themes.odds"]),
        ],
        rows: found.findings.prefix(Self.rowsMax).map { one in
          [one.text, whole(one.asked), whole(one.other), odds(one)]
        },
        quotes: found.findings.prefix(Self.rowsMax).map { quote($0.quotes) }
      ),
      method: words["themes.how_distinctive"]
    )
  }

  /// The odds ratio with its interval.
  private func odds(_ one: DistinctivePhrases.Finding) -> String {
    let (low, high) = (exp(one.interval.low), exp(one.interval.high))
    return times(exp(one.logOdds.value)) + " (\(times(low)) – \(times(high)))"
  }

  private func times(_ value: Double) -> String {
    number(value, places: value < 10 ? 1 : 0)
  }

  private func quote(_ comments: [Int]) -> String {
    comments.first.map { figures.quote($0) } ?? "–"
  }

  var rising: FigureReport.Part? {
    guard let periods = figures.periods, let found = figures.discovery.rising else { return nil }
    let title = words["themes.rising_\(periods.unit.rawValue)"]
    guard !found.findings.isEmpty else {
      return FigureReport.Part(title: title, note: words["themes.rising_none"])
    }
    return FigureReport.Part(
      title: title,
      note: words.plural("themes.compared", found.comparedCount),
      table: FigureReport.Table(
        columns: [
          .init(name: words["themes.phrase"], isNumber: false), .init(name: words["themes.now"]),
          .init(name: words["themes.before"]), .init(name: words["themes.times"]),
        ],
        rows: found.findings.prefix(Self.rowsMax).map { one in
          [one.text, whole(one.now), whole(one.past), rise(one.rise)]
        },
        quotes: found.findings.prefix(Self.rowsMax).map { quote($0.quotes) }
      ),
      method: words["themes.how_rising"]
    )
  }

  private func rise(_ rise: RateRise) -> String {
    guard let ratio = rise.ratio else { return words["themes.new"] }
    return times(ratio) + " (\(times(rise.low)) – \(rise.high.map(times) ?? "∞"))"
  }

  var candidates: FigureReport.Part? {
    let found = figures.discovery.candidates.candidates
    guard !found.isEmpty else { return nil }
    return FigureReport.Part(
      title: words["themes.candidates"],
      note: words["themes.candidates_note"],
      table: FigureReport.Table(
        columns: [
          .init(name: words["themes.phrases"], isNumber: false),
          .init(name: words["themes.number"]), .init(name: words["report.share"]),
        ],
        rows: found.prefix(Self.rowsMax).map { one in
          [
            one.phrases.prefix(5).map(\.text).joined(separator: words["themes.list_mark"]),
            count(one.share.successes), whole(one.share),
          ]
        },
        quotes: found.prefix(Self.rowsMax).map { quote($0.quotes) }
      )
    )
  }

  var copies: FigureReport.Part? {
    let groups = figures.discovery.duplicates.groups.filter { $0.count > 2 }
    guard !groups.isEmpty else { return nil }
    return FigureReport.Part(
      title: words["themes.copies"],
      note: words["themes.copies_note"],
      table: FigureReport.Table(
        columns: [
          .init(name: words["themes.quote"], isNumber: false),
          .init(name: words["themes.number"]),
        ],
        rows: groups.prefix(5).map { ["“\(figures.quote($0.first))”", count($0.count)] }
      )
    )
  }

  /// How the comments were read, for those who want to know how far to trust it.
  var reading: FigureReport.Part {
    var sentences = [feelingSentence]
    if let taught = figures.taught {
      sentences.append(
        words.text(
          "themes.read_taught",
          ["n": count(taught.comments), "f1": fraction(taught.microF1)]
        )
      )
    }
    sentences.append(words["themes.read_private"])
    return FigureReport.Part(
      title: words["themes.read"],
      note: sentences.joined(separator: " "),
      method: words["themes.how_feeling"]
    )
  }

  private var feelingSentence: String {
    guard let quality = figures.feelingSource.quality else { return words["themes.read_words"] }
    return words.text(
      "themes.read_scores",
      [
        "n": count(quality.comments), "right": fraction(quality.accuracy),
        "common": fraction(figures.feelingSource.commonest),
        "off": fraction(quality.calibrationError),
      ]
    )
  }
}
