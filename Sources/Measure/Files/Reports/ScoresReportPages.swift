import CXMetrics
import Kernel
import Tabular
import Web

/// The scores and the words of a file as a report.
extension FigureReport {
  init(_ figures: FileFigures, comments: CommentDigest?, in language: Language) {
    let words = Catalogue.of(language)
    let text = FileFiguresText(words: words, question: figures.question)
    let headline = text.headline(figures.overall)
    self.init(
      finding: text.finding(figures.overall),
      source: words.plural("file.source", figures.rows, ["file": figures.file.lastPart]),
      headline: headline.map {
        Headline(
          label: words["file.nps"],
          value: $0.value,
          sentence: "\($0.interval) \($0.answers).",
          isLowBase: $0.isLowBase,
          picture: $0.picture
        )
      },
      parts: [
        Self.people(figures.overall, words),
        Self.trend(figures, text),
        comments.map { Self.said($0, words) },
      ].compactMap(\.self)
    )
  }

  /// Words without scores beside them.
  init(_ comments: CommentDigest, file: String, in language: Language) {
    let words = Catalogue.of(language)
    let count = NumberText.integer(comments.comments, in: language)
    self.init(
      finding: words.text("report.comments_only", ["n": count]),
      source: words.plural("file.source", comments.rows, ["file": file.lastPart]),
      parts: [Self.said(comments, words)]
    )
  }

  private static func trend(_ figures: FileFigures, _ text: FileFiguresText) -> Part? {
    guard let picture = text.trend(figures), let dates = figures.question.dates else { return nil }
    let words = text.words
    func number(_ value: Double?) -> String {
      value.map { NumberText.rounded($0, in: words.language) } ?? "–"
    }
    return Part(
      title: words["file.trend"],
      note: words["file.trend.note"],
      picture: picture,
      table: Table(
        columns: [
          .init(name: words["file.period"], isNumber: false), .init(name: "NPS"),
          .init(name: words["overview.between"]), .init(name: words["file.number"]),
        ],
        rows: figures.timeline.map { group in
          let period = group.period.map {
            BusinessCalendar.iso.label(of: dates.unit, startingOn: $0.start)
          }
          let interval = group.figure.interval
          return [
            NumberText.localized(period ?? "–", in: words.language), number(group.figure.value),
            "\(number(interval?.low)) – \(number(interval?.high))",
            NumberText.integer(group.figure.count, in: words.language),
          ]
        }
      )
    )
  }

  private static func people(_ figure: FileFigure, _ words: Catalogue) -> Part? {
    guard case .plain(let summary) = figure.kind, summary.counts.total > 0 else { return nil }
    let counts = summary.counts
    let groups = [
      ("file.detractors", counts.detractors), ("file.passives", counts.passives),
      ("file.promoters", counts.promoters),
    ]
    let rows = groups.map { key, count in
      let share = try? Proportion(successes: count, trials: counts.total)
      func percent(_ share: Double?) -> String {
        share.map { NumberText.share(100 * $0, in: words.language) } ?? "–"
      }
      return [
        words[key], percent(share?.share),
        "\(percent(share?.interval?.low)) – \(percent(share?.interval?.high))",
        NumberText.integer(count, in: words.language),
      ]
    }
    let said = rows.map { "\($0[0]) \($0[1])" }.joined(separator: ", ")
    return Part(
      title: words["report.people"],
      picture: HundredPeople(
        id: "people",
        title: words["report.people"],
        description: said,
        detractors: counts.detractors,
        passives: counts.passives,
        promoters: counts.promoters,
        language: words.language
      ).svg,
      table: Table(
        columns: [
          .init(name: words["report.group"], isNumber: false), .init(name: words["report.share"]),
          .init(name: words["overview.between"]), .init(name: words["file.number"]),
        ],
        rows: rows
      ),
      method: words["report.how_nps"]
    )
  }

  private static func said(_ digest: CommentDigest, _ words: Catalogue) -> Part {
    func number(_ value: Int) -> String { NumberText.integer(value, in: words.language) }
    func name(_ group: RecommendGroup?) -> String {
      switch group {
      case .detractor: words["file.detractors"]
      case .passive: words["file.passives"]
      case .promoter: words["file.promoters"]
      case nil: "–"
      }
    }
    return Part(
      title: words["report.comments"],
      note: words.text(
        "report.comments_note",
        ["n": number(digest.comments), "of": number(digest.rows)]
      ),
      table: Table(
        columns: [
          .init(name: words["report.group"], isNumber: false),
          .init(name: words["report.words"], isNumber: false),
        ],
        rows: digest.byGroup.flatMap { group, comments in
          comments.map { comment in
            let score = comment.score.map { " \(number($0))" } ?? ""
            return [name(group) + score, "“\(comment.text)”"]
          }
        }
      )
    )
  }
}

extension String {
  /// The file's own name without its folders.
  var lastPart: String { split(separator: "/").last.map(String.init) ?? self }
}
