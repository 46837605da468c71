import Access
import CXText
import Foundation
import Measure

/// A model on disk, for commands.
enum ModelFile {
  static func read(_ path: String) throws -> TextModel {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw FileRefusal.because("\(path): the model cannot be read (\(error.localizedDescription))")
    }
    do {
      return try TextModel(file: Array(bytes))
    } catch {
      throw FileRefusal.because("\(path): \(sentence(error))")
    }
  }

  /// Writes the whole file or none of it.
  static func write(_ model: TextModel, to path: String) throws {
    do {
      try Data(model.file).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw FileRefusal.because(
        "\(path): the model cannot be written (\(error.localizedDescription))"
      )
    }
  }

  /// What to end with instead of an error that people can mend.
  static func telling(_ error: any Error) -> any Error {
    guard let refusal = error as? TextRefusal else { return FileRefusal.telling(error) }
    return FileRefusal.because(sentence(refusal))
  }

  static func sentence(_ refusal: TextRefusal) -> String {
    switch refusal {
    case .noComments: "there is no comment to learn from"
    case .oneLabel(let label):
      "every comment has the label “\(label)”; add comments with another one"
    case .unknownLabel(let label): "the model does not know the label “\(label)”"
    case .repeatedLabel(let label): "the label “\(label)” is empty or there twice"
    case .tooManyLabels(let count, let most):
      "the file has \(count) labels and a model holds \(most); are labels separated by another "
        + "sign (--separator), or is this a column of something else?"
    case .notOneLabel(let comment):
      "comment \(comment + 1) has not exactly one label; use --labels where there may be several"
    case .noModel: "this is no model that “touchstone text train” wrote"
    case .modelVersion(let version):
      "the model is of version \(version) and this program reads \(TextModel.fileVersion); "
        + "train it anew"
    case .damagedModel: "the model was cut off or changed since it was written; train it anew"
    }
  }
}
