import Access
import ArgumentParser
import CXText
import Foundation
import Measure

/// `touchstone text correct FILE --label COL --model MODEL --to OUT`.
struct TextCorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Teach a model what people put right, without learning everything anew.",
    discussion: """
      The file holds the corrected comments alone. Learn anew from all comments now and then.

      EXAMPLE:
        touchstone text correct mended.csv --label feeling --model feeling.cxtext --to new.cxtext
      """
  )

  @OptionGroup var source: LabelledFileOptions

  @Option(help: "A model that “touchstone text train” wrote.")
  var model: String

  @Option(help: "Where to write the corrected model; the old one is kept.")
  var to: String

  func run() throws {
    do {
      let known = try ModelFile.read(model)
      var file = try source.read()
      let comments = try file.labelled(known.labels)
      file.rejections.say(remarks: file.allRemarks)
      let corrected = try known.corrected(by: comments)
      try ModelFile.write(corrected, to: to)
      CommandText.write("\(comments.texts.count) corrections learned. Written to \(to).\n")
    } catch {
      throw ModelFile.telling(error)
    }
  }
}
