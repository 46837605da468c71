import Kernel

/// A question ready to ask, worded in every language: at least one of each kind.
enum ReadyQuestion {
  /// In the order in which they are offered.
  static let all: [Question] = {
    do {
      let list = try JSON.parse(Assets.ready_questions_json)
      let definition: JSON = ["name": "", "languages": ["en"], "questions": list]
      return try SurveyDefinition(draft: definition.serialized()).questions
    } catch { preconditionFailure("the ready questions are not JSON: \(error)") }
  }()

  static func named(_ key: String) -> Question? { all.first { $0.key == key } }
}
