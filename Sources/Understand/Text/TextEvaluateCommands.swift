import Access
import ArgumentParser
import CXText
import Foundation
import Kernel
import Measure

/// `touchstone text evaluate FILE --label COL [--model MODEL]`.
struct TextEvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Compare a model’s answers with people’s: confusion, precision, recall, calibration.",
    discussion: """
      With a model, judges the file by it. Without one, divides the file into parts and judges each
      by what the others teach.

      EXAMPLES:
        touchstone text evaluate test.csv --label feeling --model feeling.cxtext
        touchstone text evaluate comments.csv --labels themes --parts 10 --json
      """
  )

  @OptionGroup var source: LabelledFileOptions
  @OptionGroup var learning: LearningOptions

  @Option(help: "A model that “touchstone text train” wrote, on other comments than these.")
  var model: String?

  @Option(help: "Into how many parts to divide the file without a model, 2 to 20.")
  var parts = 5

  @Option(help: "The probability below which the model says that it is not sure.")
  var certainty = 0.0

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard (2...20).contains(parts) else {
      throw ValidationError("--parts is a whole number from 2 to 20")
    }
    guard (0...1).contains(certainty) else {
      throw ValidationError("--certainty is a number from 0 to 1")
    }
  }

  func run() throws {
    do {
      let evaluation = try evaluated()
      CommandText.write(
        json ? "\(JSON.object(evaluation.json).serialized())\n" : evaluation.table
      )
    } catch {
      throw ModelFile.telling(error)
    }
  }

  private func evaluated() throws -> TextEvaluation {
    var file = try source.read()
    defer { file.rejections.say(remarks: file.allRemarks) }
    guard let model else {
      let comments = try file.labelled(file.labels)
      return try TextEvaluation(
        crossValidating: comments,
        learning.settings,
        parts: parts,
        certainty: certainty
      )
    }
    let known = try ModelFile.read(model)
    guard known.labelling == file.labelling else {
      throw WrongUsage(
        reason: known.labelling == .one
          ? "the model gives each comment one label; name the column with --label"
          : "the model gives a comment any number of labels; name the column with --labels"
      )
    }
    let comments = try file.labelled(known.labels)
    return try TextEvaluation(of: known, on: comments, certainty: certainty)
  }
}
