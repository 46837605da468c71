import CXMetrics
import Kernel

/// The part of a definition that holds its questions.
extension DefinitionReader {
  private static let members = [
    "key", "kind", "min", "max", "text", "hint", "low", "high", "required", "choices", "other",
    "variants", "show_if",
  ]

  mutating func questions(_ json: JSON?) -> [Question] {
    let list = list(
      json,
      at: "questions",
      of: "questions",
      most: Limits.questionsMax,
      isRequired: true
    )
    guard let list else { return [] }
    let places = Self.places(of: list)
    var known = EarlierQuestions(laterKeys: places)
    var questions: [Question] = []
    for (index, element) in list.enumerated() {
      let path = "questions[\(index)]"
      guard let object = object(element, at: path, known: Self.members) else { continue }
      let key = key(object["key"], at: "\(path).key")
      if let key, let first = places[key], first < index {
        report(.repeatedKey, at: "\(path).key", "\(key) is questions[\(first)] already")
      }
      let question = question(object, key: key, at: path, after: known)
      if let question { questions.append(question) }
      if let key { known.add(key: key, question) }
    }
    return questions
  }

  /// Where each key stands first.
  private static func places(of list: [JSON]) -> [String: Int] {
    var places: [String: Int] = [:]
    for (index, element) in list.enumerated() {
      if let key = element["key"]?.string, places[key] == nil { places[key] = index }
    }
    return places
  }

  private mutating func question(
    _ object: JSONObject,
    key: String?,
    at path: String,
    after earlier: EarlierQuestions
  ) -> Question? {
    let kind = kind(object, at: path)
    let text = localText(object["text"], at: "\(path).text", isRequired: true)
    let hint = localText(object["hint"], at: "\(path).hint", isRequired: false)
    let low = localText(object["low"], at: "\(path).low", isRequired: false)
    let high = localText(object["high"], at: "\(path).high", isRequired: false)
    let isRequired = flag(object["required"], at: "\(path).required")
    let other = flag(object["other"], at: "\(path).other")
    let choices = choices(object["choices"], at: "\(path).choices", other: other, kind: kind)
    let variants = variants(object["variants"], at: "\(path).variants", after: earlier)
    let showIf = object["show_if"].flatMap {
      $0.isNull ? nil : condition($0, at: "\(path).show_if", after: earlier)
    }
    guard let kind else { return nil }
    refuseMisplaced(object, kind: kind, at: path)
    guard let key, let text else { return nil }
    return Question(
      key: key,
      kind: kind,
      text: text,
      hint: hint,
      low: low,
      high: high,
      isRequired: isRequired,
      choices: choices,
      takesOther: other,
      variants: variants,
      showIf: showIf
    )
  }

  /// Members that mean nothing for this kind are mistakes that would otherwise pass unseen.
  private mutating func refuseMisplaced(_ object: JSONObject, kind: QuestionKind, at path: String) {
    var misplaced: [(String, String)] = []
    if kind.name != "rating" { misplaced += [("min", "a rating"), ("max", "a rating")] }
    if kind.scale == nil { misplaced += [("low", "a scale"), ("high", "a scale")] }
    if !kind.isChoice { misplaced += [("choices", "choices"), ("other", "choices")] }
    for (member, belongs) in misplaced where object[member].map({ !$0.isNull }) ?? false {
      report(.notForKind, at: "\(path).\(member)", "belongs to \(belongs), not to \(kind.name)")
    }
  }

  private mutating func kind(_ object: JSONObject, at path: String) -> QuestionKind? {
    guard let json = object["kind"], !json.isNull else {
      report(.missing, at: "\(path).kind", "missing; say what is asked for")
      return nil
    }
    let name = json.string ?? ""
    if name == "rating" { return rating(object, at: path) }
    if let kind = QuestionKind(name: name) { return kind }
    let meant = Spelling.nearest(to: name, among: QuestionKind.names)
    report(
      .unknownKind,
      at: "\(path).kind",
      "unknown kind; "
        + (meant.map { "did you mean \($0)?" }
          ?? "use one of \(QuestionKind.names.joined(separator: ", "))")
    )
    return nil
  }

  private mutating func rating(_ object: JSONObject, at path: String) -> QuestionKind? {
    var ends: [Int] = []
    for member in ["min", "max"] {
      let json = object[member]
      if let end = json?.integer, (-1000...1000).contains(end) {
        ends.append(Int(end))
      } else {
        let place = "\(path).\(member)"
        switch json {
        case nil, .null?: report(.missing, at: place, "missing; a rating needs min and max")
        default: report(.badRange, at: place, "must be a whole number from −1000 to 1000")
        }
      }
    }
    guard ends.count == 2 else { return nil }
    let points = ends[1] - ends[0] + 1
    guard (2...ScoreScale.pointsMax).contains(points) else {
      report(
        .badRange,
        at: "\(path).max",
        "a scale from \(ends[0]) to \(ends[1]) does not have 2 to \(ScoreScale.pointsMax) points"
      )
      return nil
    }
    return .rating(ends[0]...ends[1])
  }

  private mutating func choices(
    _ json: JSON?,
    at path: String,
    other: Bool,
    kind: QuestionKind?
  ) -> [Question.Choice] {
    let isRequired = kind?.isChoice ?? false
    let list = list(
      json,
      at: path,
      of: "choices",
      most: Limits.choicesMax,
      isRequired: isRequired
    )
    var choices: [Question.Choice] = []
    var keys: [String: Int] = [:]
    for (index, element) in (list ?? []).enumerated() {
      let place = "\(path)[\(index)]"
      guard let object = object(element, at: place, known: ["key", "text"]) else { continue }
      let key = key(object["key"], at: "\(place).key")
      let text = localText(object["text"], at: "\(place).text", isRequired: true)
      guard let key else { continue }
      if let first = keys[key] {
        report(.repeatedKey, at: "\(place).key", "\(key) is \(path)[\(first)] already")
      } else if other, key == Question.otherKey {
        report(
          .reservedKey,
          at: "\(place).key",
          "stands for what \"other\": true adds by itself; take one of the two out"
        )
      }
      keys[key] = keys[key] ?? index
      if let text { choices.append(Question.Choice(key: key, text: text)) }
    }
    return choices
  }

  private mutating func variants(
    _ json: JSON?,
    at path: String,
    after earlier: EarlierQuestions
  ) -> [Question.Variant] {
    let list = list(json, at: path, of: "variants", most: Limits.variantsMax)
    var variants: [Question.Variant] = []
    for (index, element) in (list ?? []).enumerated() {
      let place = "\(path)[\(index)]"
      guard let object = object(element, at: place, known: ["when", "text"]) else { continue }
      let text = localText(object["text"], at: "\(place).text", isRequired: true)
      guard let when = object["when"], !when.isNull else {
        report(.missing, at: "\(place).when", "missing; say whom these words are for")
        continue
      }
      let condition = condition(when, at: "\(place).when", after: earlier)
      if let condition, let text {
        variants.append(Question.Variant(when: condition, text: text))
      }
    }
    return variants
  }
}
