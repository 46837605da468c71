import CXMetrics
import Kernel
import Web

/// How reports on answers write figures.
struct AnswerReportText: ReportWords {
  let words: Catalogue
  let confidence: Confidence

  init(_ language: Language, confidence: Confidence) {
    words = Catalogue.of(language)
    self.confidence = confidence
  }

  /// Three decimals; below them it says so.
  func pValue(_ value: Double?) -> String {
    guard let value else { return "–" }
    return value < 0.0005 ? "< \(number(0.001, places: 3))" : number(value, places: 3)
  }

  /// The interval and the count as a sentence.
  func sentence(_ interval: Interval?, count: Int, _ text: (Double?) -> String) -> String {
    let answers = words.plural("file.answers", count) + "."
    guard let interval else { return answers }
    let between = words.text(
      "file.interval",
      [
        "confidence": confidence.text(in: language), "low": text(interval.low),
        "high": text(interval.high),
      ]
    )
    return "\(between) \(answers)"
  }

  func source(_ rows: AnswerRows) -> String {
    words.plural("file.source", rows.count, ["file": rows.file.lastPart])
  }

  /// Pictures below each other, each with its name before it.
  func stacked(_ pictures: [(name: String, svg: String)], foot: String = "") -> String {
    let rows = pictures.map {
      "<div><b>\(HTMLText.escaped($0.name))</b><div>\($0.svg)</div></div>"
    }
    let last = foot.isEmpty ? "" : "<div><span></span><div>\(foot)</div></div>"
    return "<div class=\"gaps\">\(rows.joined())\(last)</div>"
  }
}
