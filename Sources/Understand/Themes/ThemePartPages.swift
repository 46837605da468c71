import CXMetrics
import CXText
import Kernel
import Measure
import Web

/// The themes of a report: a card for each, then all their figures.
extension ThemesReportText {
  /// Cards shown, of themes that one comment in two hundred speaks of; the table has all.
  private static let cardsMax = 24

  var themes: FigureReport.Part? {
    guard !figures.themes.isEmpty else { return nil }
    let least = max(3, figures.file.texts.count / 200)
    let shown = spoken.filter { $0.share.successes >= least }.prefix(Self.cardsMax)
    let cards = shown.enumerated().map { card($1, number: $0 + 1) }
    return FigureReport.Part(
      title: words["themes.title"],
      note: note,
      picture: cards.isEmpty ? nil : "<div class=\"themes\">\(cards.joined())</div>",
      table: table,
      method: words["themes.how"]
    )
  }

  private var note: String? {
    var sentences: [String] = []
    if figures.choice.isGuess, let sector = figures.choice.sector {
      sentences.append(
        words.text("themes.guessed", ["sector": words["themes.sector.\(sector.rawValue)"]])
      )
    }
    if figures.untouched > 0 {
      sentences.append(words.plural("themes.untouched", figures.untouched))
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private var scoreName: String {
    words[figures.isRecommendation ? "themes.nps" : "themes.mean"]
  }

  func scoreText(_ value: Double?) -> String {
    guard let value else { return "–" }
    return figures.isRecommendation
      ? NumberText.rounded(value, in: language)
      : NumberText.decimal(value, places: 1, in: language)
  }

  private var table: FigureReport.Table {
    var columns: [FigureReport.Table.Column] = [
      .init(name: words["themes.theme"], isNumber: false), .init(name: words["themes.number"]),
      .init(name: words["report.share"]), .init(name: words["file.between"]),
      .init(name: words["themes.negative"]), .init(name: words["themes.positive"]),
    ]
    if figures.score != nil {
      columns += [.init(name: scoreName), .init(name: words["themes.pull"])]
    }
    return FigureReport.Table(
      columns: columns,
      rows: spoken.map { one in
        var row = [
          name(one.theme), count(one.share.successes), whole(one.share),
          whole(one.share.interval), count(one.feeling.negative), count(one.feeling.positive),
        ]
        if figures.score != nil {
          row.append(scoreText(one.score?.value))
          row.append(pull(one))
        }
        return row
      },
      more: unspoken
    )
  }

  private var unspoken: String? {
    let names = figures.themes.filter { $0.share.successes == 0 }.map { name($0.theme) }
    guard !names.isEmpty else { return nil }
    let list = names.joined(separator: words["themes.list_mark"])
    return words.text("themes.unspoken", ["themes": list])
  }

  private func pull(_ one: ThemeFigures) -> String {
    guard let pull = one.score?.pull, one.share.successes > 0 else { return "–" }
    // What pulls the score down is told as the points it takes.
    return NumberText.change(-pull, places: figures.isRecommendation ? 1 : 2, in: language)
  }

  private func card(_ one: ThemeFigures, number: Int) -> String {
    let title = HTMLText.escaped(name(one.theme))
    var facts = [
      HTMLText.escaped(
        words.text(
          "themes.card_share",
          ["share": whole(one.share), "between": whole(one.share.interval)]
        )
      )
    ]
    if one.share.successes < Estimate.lowBaseBelow {
      facts.append("<span class=\"tag\">\(HTMLText.escaped(words["file.low_base"]))</span>")
    }
    if let score = one.score {
      facts.append(
        HTMLText.escaped("\(scoreName) \(scoreText(score.value)) ")
          + "<span class=\"mut\">(\(NumberText.integer(score.count, in: language)))</span>"
      )
    }
    let bar = bar(one.feeling, id: "theme\(number)", title: name(one.theme))
    return """
      <article class="theme"><header><h3>\(title)</h3>\
      <p class="num mid">\(HTMLText.escaped(words.plural("themes.comments", one.share.successes)))\
      </p></header>
      <p class="sm mid num">\(facts.joined(separator: " · "))</p>
      \(bar)<p class="sm mid num">\(HTMLText.escaped(said(one.feeling)))</p>
      \(trend(one, number: number))\(quotes(one))</article>

      """
  }

  private func trend(_ one: ThemeFigures, number: Int) -> String {
    guard let trend = one.trend, let periods = figures.periods else { return "" }
    let shares = trend.shares.map { $0.map { 100 * $0 } }
    let said = zip(periods.labels, trend.shares).map { label, share in
      "\(NumberText.localized(label, in: language)): \(fraction(share))"
    }
    let line = Sparkline(
      id: "trend\(number)",
      title: words["themes.trend"],
      description: said.joined(separator: words["themes.list_mark"]),
      values: shares,
      isAlarming: trend.direction == .more && one.feeling.negative > one.feeling.positive,
      language: language
    )
    let change = trend.rise.map { self.number($0.ratio, places: 1) } ?? "–"
    let words = words.text(
      "themes.trend_\(trend.direction.rawValue)",
      [
        "times": change, "period": self.words["themes.last_\(periods.unit.rawValue)"],
      ]
    )
    return "<p class=\"way sm num\">\(line.svg)<span>\(HTMLText.escaped(words))</span></p>\n"
  }

  private func quotes(_ one: ThemeFigures) -> String {
    let words = ThemeWords(themes: [one.theme])
    return one.quotes.map { comment, feeling in
      let quoted = QuotedComment(figures.file.texts[comment], words)
      let classes = feeling == .negative ? "quote bad" : "quote good"
      return "<blockquote class=\"\(classes)\"\(quoted.attributes)>\(quoted.html)</blockquote>\n"
    }.joined()
  }
}

extension QuotedComment {
  /// Its own direction, whatever the page's, and its language where it is known.
  var attributes: String {
    " dir=\"auto\"" + (language.map { " lang=\"\($0.rawValue)\"" } ?? "")
  }

  var html: String {
    stretches.map { stretch in
      let text = HTMLText.escaped(stretch.text)
      return stretch.isMarked ? "<mark>\(text)</mark>" : text
    }.joined()
  }
}

extension ThemesFigures {
  var isRecommendation: Bool { scale?.isRecommendation ?? false }
}
