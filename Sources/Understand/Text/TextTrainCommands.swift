import Access
import ArgumentParser
import CXText
import Foundation
import Kernel
import Measure

/// `touchstone text train FILE --label COL --model OUT`.
struct TextTrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Learn from labelled comments and write a model.",
    discussion: """
      Says how well the model does on comments that it has not seen: each fifth of the file is
      judged by what the others teach, equal comments always in the same fifth.

      EXAMPLES:
        touchstone text train comments.csv --text comment --label feeling --model feeling.cxtext
        touchstone text train comments.csv --labels themes --separator ";" --model themes.cxtext
      """
  )

  @OptionGroup var source: LabelledFileOptions
  @OptionGroup var learning: LearningOptions

  @Option(help: "Where to write the model.")
  var model: String

  @Option(help: "The day to write into the model; today without it.")
  var date: String?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    do {
      var file = try source.read()
      let comments = try file.labelled(file.labels)
      file.rejections.say(remarks: file.allRemarks)
      let today = Date.now.formatted(.iso8601.year().month().day())
      let found = try TextModel(learning: comments, learning.settings, date: date ?? today)
      try ModelFile.write(found, to: model)
      CommandText.write(
        json ? "\(Self.json(found, comments).serialized())\n" : text(found, comments)
      )
    } catch {
      throw ModelFile.telling(error)
    }
  }

  private static func json(_ model: TextModel, _ comments: LabelledComments) -> JSON {
    var object = model.quality.json
    object["date"] = .string(model.date)
    var counts = JSONObject()
    for (label, count) in zip(comments.labels, comments.counts) {
      counts[label] = .integer(Int64(count))
    }
    object["labels"] = .object(counts)
    if model.labelling == .many { object["threshold"] = .number(model.threshold) }
    return .object(object)
  }

  private func text(_ found: TextModel, _ comments: LabelledComments) -> String {
    let quality = found.quality
    let counts = zip(comments.labels, comments.counts).map { "  \($1)  \($0)\n" }.joined()
    let share = found.labelling == .one ? "one label each" : "any number of labels"
    return """
      \(quality.comments) comments, \(share):
      \(counts)On comments not seen: \(percent(quality.accuracy)) right, \
      F1 \(percent(quality.macroF1)) in the mean of labels, \(percent(quality.microF1)) over all; \
      probabilities are \(percent(quality.calibrationError)) off in the mean.
      Written to \(model).

      """
  }
}
