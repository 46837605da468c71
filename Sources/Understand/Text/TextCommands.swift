import Access
package import ArgumentParser
import CXText
import Foundation
import Kernel

/// `touchstone text`: models that read comments.
package struct TextCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Train models that read comments, and use them. Nothing leaves this machine.",
    subcommands: [
      TextTrainCommand.self, TextClassifyCommand.self, TextEvaluateCommand.self,
      TextExplainCommand.self, TextCorrectCommand.self,
    ]
  )

  package init() {}
}

/// Where the comments and their labels are.
struct LabelledFileOptions: ParsableArguments {
  @Argument(help: "The file: CSV or TSV with a header, plain or gzip; - for standard input.")
  var file: String

  @Option(help: "The column of comments; found by its name without it.")
  var text: String?

  @Option(help: "The column of labels, where each comment has one.")
  var label: String?

  @Option(help: "The column of labels, where a comment may have several.")
  var labels: String?

  @Option(help: "What stands between several labels of a cell.")
  var separator = ";"

  /// Reads the file and says what was left out.
  func read() throws -> CommentFile {
    try CommentFile(file, .init(text: text, label: label, labels: labels, separator: separator))
  }
}

/// How a model is to learn.
struct LearningOptions: ParsableArguments {
  @Option(help: "What an error costs beside large weights; more fits the examples closer.")
  var cost: Double?

  @Option(help: "How far rare labels count as much as common ones, from 0 to 1.")
  var balance: Double?

  @Option(
    help: """
      The longest run of characters that is weighed, 2 to 8; 0 for none. Without this, --opinions \
      and --cost the best of several ways is chosen.
      """
  )
  var characters: Int?

  @Flag(inversion: .prefixedNo, help: "Whether opinions that listed words tell are weighed too.")
  var opinions: Bool?

  @Option(help: "Numbers drawn from the same seed are the same, and so is the model.")
  var seed: UInt64 = 1

  var settings: LearningSettings {
    LearningSettings(recipe: recipe, cost: cost, balance: balance ?? 0, seed: seed)
  }

  /// Nil where nothing was asked for.
  private var recipe: PieceRecipe? {
    guard characters != nil || opinions != nil else { return nil }
    let usual = PieceRecipe()
    return PieceRecipe(
      charactersMost: characters ?? usual.charactersMost,
      marksOpinions: opinions ?? usual.marksOpinions
    )
  }

  func validate() throws {
    guard cost.map({ $0 > 0 && $0 < 1e6 }) ?? true else {
      throw ValidationError("--cost is a number above 0")
    }
    guard balance.map({ (0...1).contains($0) }) ?? true else {
      throw ValidationError("--balance is a number from 0 to 1")
    }
    guard characters.map({ $0 == 0 || (2...8).contains($0) }) ?? true else {
      throw ValidationError("--characters is 0, or a whole number from 2 to 8")
    }
  }
}

extension TextModelQuality {
  /// What a model says of itself, for machines.
  var json: JSONObject {
    [
      "comments": .integer(Int64(comments)), "corrections": .integer(Int64(corrections)),
      "accuracy": .number(accuracy), "macro_f1": .number(macroF1), "micro_f1": .number(microF1),
      "calibration_error": .number(calibrationError),
    ]
  }
}

/// A share as people read it.
func percent(_ share: Double?) -> String {
  share.map { String(format: "%.1f %%", 100 * $0) } ?? "–"
}
