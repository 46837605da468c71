import CXMetrics
import CXText
import Kernel
import Measure
import Tabular

extension ThemesFigures {
  /// What `themes --json` prints.
  var json: JSON {
    var object: JSONObject = [
      "measure": "themes", "rows": .count(file.rows), "comments": .count(file.texts.count),
      "confidence": .number(confidence.level),
      "rejected": .array(
        file.rejections.lines.map { ["line": .count($0.line), "reason": .string($0.reason)] }
      ),
      "languages": .object(
        JSONObject(
          names: languages.map(\.language.rawValue),
          values: languages.map { .count($0.count) }
        )
      ),
      "feeling": feeling.json(confidence),
      "feeling_learned_from": feelingSource.json,
      "score": score?.json ?? .null,
      "sector": choice.sector.map { .string($0.rawValue) } ?? .null,
      "is_sector_guessed": .bool(choice.isGuess),
      "without_theme": .count(untouched),
    ]
    if let periods {
      object["period"] = .string(periods.unit.rawValue)
      object["periods"] = .array(
        zip(periods.labels, periods.counts).map { ["period": .string($0), "n": .count($1)] }
      )
    }
    object["themes"] = .array(themes.map(json))
    object["distinctive_of_negative"] = .array(discovery.distinctive.findings.map(json))
    object["distinctive_of_positive"] = .array(discovery.distinctiveOfOther.findings.map(json))
    object["rising"] = .array(discovery.rising?.findings.map(json) ?? [])
    object["candidates"] = .array(discovery.candidates.candidates.map(json))
    object["nearly_the_same"] = .array(
      discovery.duplicates.groups.prefix(Self.groupsMax).map { group in
        ["n": .count(group.count), "comment": .string(quote(group.first))]
      }
    )
    return .object(object)
  }

  /// Groups of comments nearly the same that are told.
  static let groupsMax = 20

  /// A comment as it may be shown.
  func quote(_ comment: Int) -> String { QuotedComment(file.texts[comment]).text }

  private func quotes(_ comments: [Int]) -> JSON { .array(comments.map { .string(quote($0)) }) }

  private func json(_ figures: ThemeFigures) -> JSON {
    let names = ThemeLanguage.allCases.compactMap { language in
      figures.theme.names[language].map { (language.rawValue, JSON.string($0)) }
    }
    return [
      "id": .string(figures.theme.id),
      "name": .object(JSONObject(names: names.map(\.0), values: names.map(\.1))),
      "comments": json(figures.share),
      "feeling": figures.feeling.json(confidence), "score": figures.score?.json ?? .null,
      "trend": figures.trend?.json ?? .null,
      "quotes": .array(
        figures.quotes.map { comment, feeling in
          ["comment": .string(quote(comment)), "feeling": .string(feeling.label)]
        }
      ),
    ]
  }

  private func json(_ share: Proportion) -> JSON {
    [
      "n": .count(share.successes), "of": .count(share.trials),
      "low": .figure(share.interval?.low), "high": .figure(share.interval?.high),
    ]
  }

  private func json(_ finding: DistinctivePhrases.Finding) -> JSON {
    [
      "phrase": .string(finding.text), "log_odds": .figure(finding.logOdds.value),
      "low": .figure(finding.interval.low), "high": .figure(finding.interval.high),
      "q_value": .figure(finding.adjustedPValue), "asked": json(finding.asked),
      "other": json(finding.other), "quotes": quotes(finding.quotes),
    ]
  }

  private func json(_ finding: RisingPhrases.Finding) -> JSON {
    [
      "phrase": .string(finding.text), "ratio": .figure(finding.rise.ratio),
      "low": .figure(finding.rise.low), "high": .figure(finding.rise.high),
      "q_value": .figure(finding.adjustedPValue), "now": json(finding.now),
      "past": json(finding.past), "is_new": .bool(finding.isNew),
      "quotes": quotes(finding.quotes),
    ]
  }

  private func json(_ candidate: CandidateThemes.Candidate) -> JSON {
    [
      "name": .string(candidate.name),
      "phrases": .array(candidate.phrases.map { .string($0.text) }),
      "comments": json(candidate.share), "mean_score": .figure(candidate.meanScore),
      "quotes": quotes(candidate.quotes),
    ]
  }
}
