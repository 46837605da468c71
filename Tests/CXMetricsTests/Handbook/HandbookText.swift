import CXMetrics
import Foundation
import Testing

/// The handbook as Markdown: a chapter a figure, made of the comment above its type and of its
/// worked examples.
struct HandbookText {
  let text: String

  init(sources folder: URL) throws {
    let comments = try SourceComments(folder: folder)
    var lines = [
      "# Figures",
      "",
      "Every figure of the `CXMetrics` library: what it says, its formula, units, interval and",
      "source, and worked examples, which are run as its tests. Written by `HandbookTests` from",
      "the sources; change those, never this page.",
    ]
    for part in Handbook.parts where !part.figures.isEmpty {
      lines += ["", "## \(part.title)"]
      for figure in part.figures {
        let comment = try #require(comments.byType["\(figure)"], "\(figure) has no comment")
        lines += [
          "", "### \(Self.title(of: "\(figure)"))", "", "`\(figure)`. " + comment, "", "Examples:",
          "",
        ]
        lines += figure.examples.map(Self.line)
      }
    }
    lines += try CoverageTable.lines()
    text = lines.joined(separator: "\n") + "\n"
  }

  /// `NetPromoterScore` as “Net promoter score”.
  private static func title(of type: String) -> String {
    let words = type.replacing(/[a-z0-9][A-Z]|[A-Z](?=[A-Z][a-z])/) { match in
      match.output.count == 2
        ? "\(match.output.first!) \(match.output.last!)" : "\(match.output) "
    }
    return words.prefix(1)
      + words.dropFirst().split(separator: " ").map { word in
        word.allSatisfy(\.isUppercase) && word.count > 1 ? String(word) : word.lowercased()
      }.joined(separator: " ").replacing("c nemar", with: "cNemar")
  }

  private static func line(_ example: MetricExample) -> String {
    if let refusal = example.refusal {
      return "- \(example.given) → refused, `\(refusal.rawValue)`"
    }
    let values = example.gives.map { "\($0.name) \($0.value.map(shown) ?? "none")" }
    return "- \(example.given) → \(values.joined(separator: ", "))"
  }

  /// Seven significant digits are enough to check a figure by hand.
  private static func shown(_ value: Double) -> String { String(format: "%.7g", value) }
}
