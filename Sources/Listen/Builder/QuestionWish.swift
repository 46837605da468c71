import Kernel

/// What an author's buttons do to the list of questions.
enum QuestionWish: Hashable, Sendable {
  /// A ready question by its key.
  case add(String)

  /// A question by its key, to a place counted from 0.
  case move(String, to: Int)
  case remove(String)

  /// `add.why`, `up.why`, `down.why`, `to.why.3`, `remove.why`; nil for anything else.
  init?(_ text: String, in definition: SurveyDefinition) {
    let parts = text.split(separator: ".").map(String.init)
    guard parts.count >= 2 else { return nil }
    let place = definition.questions.firstIndex { $0.key == parts[1] }
    switch (parts[0], place) {
    case ("add", _) where ReadyQuestion.named(parts[1]) != nil: self = .add(parts[1])
    case ("up", let place?): self = .move(parts[1], to: place - 1)
    case ("down", let place?): self = .move(parts[1], to: place + 1)
    case ("to", _?):
      guard parts.count == 3, let wished = Int(parts[2]) else { return nil }
      self = .move(parts[1], to: wished)
    case ("remove", _): self = .remove(parts[1])
    default: return nil
    }
  }

  /// Does it.
  ///
  /// - Returns: the key of the question to look at next; nil when none is left.
  @discardableResult
  func apply(
    to definition: inout SurveyDefinition,
    keeping kinds: [String: QuestionKind]
  ) -> String? {
    switch self {
    case .add(let name):
      guard let ready = ReadyQuestion.named(name),
        definition.questions.count < Limits.questionsMax
      else { return definition.questions.last?.key }
      definition.add(ready, keeping: kinds)
      return definition.questions.last?.key
    case .move(let key, let place):
      definition.move(key, to: place)
      return key
    case .remove(let key):
      let place = definition.questions.firstIndex { $0.key == key } ?? 0
      definition.remove(key)
      let rest = definition.questions
      return rest.isEmpty ? nil : rest[min(place, rest.count - 1)].key
    }
  }
}
