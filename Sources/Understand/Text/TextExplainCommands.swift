import Access
import ArgumentParser
import CXText
import Foundation
import Kernel

/// `touchstone text explain COMMENT --model MODEL`.
struct TextExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say which words of a comment weighed for its label, and how much.",
    discussion: """
      EXAMPLE:
        touchstone text explain "Food cold, driver kind" --model feeling.cxtext
      """
  )

  @Argument(help: "The comment.")
  var comment: String

  @Option(help: "A model that “touchstone text train” wrote.")
  var model: String

  @Option(help: "The label to explain; the model’s own answer without it.")
  var label: String?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    do {
      let model = try ModelFile.read(model)
      var classifier = TextClassifier(model)
      let probabilities = classifier.probabilities(of: comment)
      let likeliest = probabilities.indices.max { probabilities[$0] < probabilities[$1] } ?? 0
      let explanation = try classifier.explanation(
        of: label ?? model.labels[likeliest],
        for: comment
      )
      CommandText.write(
        json ? "\(Self.json(explanation).serialized())\n" : Self.text(explanation)
      )
    } catch {
      throw ModelFile.telling(error)
    }
  }

  private static func json(_ explanation: Explanation) -> JSON {
    [
      "label": .string(explanation.label), "probability": .number(explanation.probability),
      "words": .array(
        explanation.words.map { word in
          [
            "word": .string(word.text), "from": .integer(Int64(word.source.lowerBound)),
            "to": .integer(Int64(word.source.upperBound)), "weight": .number(word.weight),
            "share": .number(word.share),
          ]
        }
      ),
    ]
  }

  private static func text(_ explanation: Explanation) -> String {
    let words = explanation.words.map { word in
      let sign = word.weight > 0 ? "for    " : "against"
      return "  \(sign)  \(percent(word.share))  \(word.text)\n"
    }
    return "\(explanation.label), \(percent(explanation.probability)) likely\n" + words.joined()
  }
}
