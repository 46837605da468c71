import Kernel
import Web

/// What a program asks to be erased: everything that bears one mark.
struct PersonErasureRequest: Sendable {
  /// After an answer's own address.
  static let suffix = "/person"

  let mark: PersonMark

  /// Only counts.
  let isTrial: Bool

  init(_ json: JSON) throws(Problem) {
    guard let object = json.object else { throw Problem.notAnObject }
    let known = ["by", "value", "dry_run"]
    if let unknown = object.keys.first(where: { !known.contains($0) }) {
      throw Problem.unknownMember(unknown, known: known)
    }
    mark = PersonMark(
      name: try Self.line(object["by"], "by", most: Limits.keyCharactersMax),
      value: try Self.line(object["value"], "value", most: Limits.dimensionCharactersMax)
    )
    guard let trial = object["dry_run"] else {
      isTrial = false
      return
    }
    guard let isTrial = trial.bool else {
      throw Problem.wrongMember("dry_run", "true or false")
    }
    self.isTrial = isTrial
  }

  private static func line(_ json: JSON?, _ name: String, most: Int) throws(Problem) -> String {
    guard let text = json?.string, !text.isEmpty, !AnswerText.hasControls(text),
      !AnswerText.isLonger(text, than: most)
    else { throw Problem.wrongMember(name, "a line of 1 through \(most) characters") }
    return text
  }
}
