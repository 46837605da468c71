import CXMetrics
import Kernel

/// The questions that a condition may name, and the ones it may not name yet.
struct EarlierQuestions {
  /// Where every key of the survey stands first.
  let laterKeys: [String: Int]

  /// Nil for an earlier question that could not be read: its conditions are not judged.
  private(set) var questions: [String: Question?] = [:]

  init(laterKeys: [String: Int]) { self.laterKeys = laterKeys }

  mutating func add(key: String, _ question: Question?) {
    if questions[key] == nil { questions[key] = .some(question) }
  }
}

extension DefinitionReader {
  private static let members = ["question", "is", "at_least", "at_most", "in", "answered"]

  mutating func condition(
    _ json: JSON,
    at path: String,
    after earlier: EarlierQuestions
  ) -> Condition? {
    guard let object = object(json, at: path, known: Self.members) else { return nil }
    guard let key = key(object["question"], at: "\(path).question") else { return nil }
    guard let found = earlier.questions[key] else {
      if earlier.laterKeys[key] != nil {
        report(.laterQuestion, at: "\(path).question", "\(key) is not asked before this question")
      } else {
        let meant = Spelling.nearest(to: key, among: Array(earlier.questions.keys.sorted()))
        report(
          .unknownQuestion,
          at: "\(path).question",
          "no question has the key \(key)" + (meant.map { "; did you mean \($0)?" } ?? "")
        )
      }
      return nil
    }
    guard let question = found, let test = test(object, of: question, at: path) else { return nil }
    return Condition(question: key, test: test)
  }

  private mutating func test(
    _ object: JSONObject,
    of question: Question,
    at path: String
  ) -> Condition.Test? {
    let given = object.members.filter { $0.key != "question" && !$0.value.isNull }.map(\.key)
    let tests = Set(given.map { $0 == "at_least" || $0 == "at_most" ? "score" : $0 })
      .intersection(["is", "score", "in", "answered"])
    guard tests.count == 1 else {
      report(
        .badCondition,
        at: path,
        tests.isEmpty
          ? "says nothing about \(question.key): add is, at_least, at_most, in or answered"
          : "asks two things at once: keep one of \(given.joined(separator: ", "))"
      )
      return nil
    }
    switch tests.first {
    case "is": return groups(object["is"], of: question, at: "\(path).is")
    case "score": return scores(object, of: question, at: path)
    case "in": return picks(object["in"], of: question, at: "\(path).in")
    default: return answered(object["answered"], at: "\(path).answered")
    }
  }

  private mutating func answered(_ json: JSON?, at path: String) -> Condition.Test? {
    guard let wanted = json?.bool else {
      report(.wrongType, at: path, "must be true or false")
      return nil
    }
    return .answered(wanted)
  }

  private mutating func groups(
    _ json: JSON?,
    of question: Question,
    at path: String
  ) -> Condition.Test? {
    guard question.kind.recommendScale != nil else {
      report(
        .badCondition,
        at: path,
        "\(question.key) is \(question.kind.name): only recommend questions make promoters"
      )
      return nil
    }
    let names = RecommendGroup.allCases.map(\.rawValue)
    let keys = words(json, at: path, among: names)
    return keys.map { .group($0.compactMap(RecommendGroup.init(rawValue:))) }
  }

  private mutating func picks(
    _ json: JSON?,
    of question: Question,
    at path: String
  ) -> Condition.Test? {
    var keys = question.choices.map(\.key)
    if question.takesOther { keys.append(Question.otherKey) }
    if question.kind == .yesNo { keys = ["yes", "no"] }
    guard !keys.isEmpty else {
      report(
        .badCondition,
        at: path,
        "\(question.key) is \(question.kind.name): it has no choices"
      )
      return nil
    }
    return words(json, at: path, among: keys).map { .picked($0) }
  }

  /// A list of some of `known`, not empty; nil when any of it is wrong.
  private mutating func words(_ json: JSON?, at path: String, among known: [String]) -> [String]? {
    let list = list(json, at: path, of: "values", most: Limits.choicesMax + 1, isRequired: true)
    guard let list, !list.isEmpty else { return nil }
    var words: [String] = []
    for (index, element) in list.enumerated() {
      guard let word = element.string, known.contains(word) else {
        let shown = element.string.map(AnswerFault.quoted) ?? element.kind
        let place = "\(path)[\(index)]"
        report(
          .badCondition,
          at: place,
          "\(shown) is none of \(known.joined(separator: ", "))"
        )
        return nil
      }
      if !words.contains(word) { words.append(word) }
    }
    return words
  }

  private mutating func scores(
    _ object: JSONObject,
    of question: Question,
    at path: String
  ) -> Condition.Test? {
    guard let scale = question.kind.scale else {
      report(
        .badCondition,
        at: path,
        "\(question.key) is \(question.kind.name): it has no scale to be at least or at most"
      )
      return nil
    }
    var ends: [String: Int] = [:]
    for member in ["at_least", "at_most"] {
      guard let json = object[member], !json.isNull else { continue }
      guard let end = json.integer, end >= scale.lowerBound, end <= scale.upperBound else {
        report(
          .badCondition,
          at: "\(path).\(member)",
          "must be a whole number from \(scale.lowerBound) to \(scale.upperBound)"
        )
        return nil
      }
      ends[member] = Int(end)
    }
    let (least, most) = (ends["at_least"], ends["at_most"])
    if let least, let most, least > most {
      report(.badCondition, at: path, "no score is at least \(least) and at most \(most)")
      return nil
    }
    return .score(least: least, most: most)
  }
}
