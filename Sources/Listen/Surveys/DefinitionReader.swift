import Kernel

/// Reads the parts of a definition and keeps every problem on the way.
///
/// A part that cannot be read comes back as nil, and the reading goes on behind it.
struct DefinitionReader {
  private(set) var problems: [DefinitionProblem] = []

  /// The language that every text needs; nil while it is not known, then no text is missed.
  var defaultLanguage: Language?

  mutating func report(_ code: DefinitionProblem.Code, at path: String, _ advice: String) {
    guard problems.count < Limits.faultsMax else { return }
    problems.append(DefinitionProblem(code, at: path, advice))
  }

  /// The members of an object, each of which must be one of `known`.
  mutating func object(_ json: JSON, at path: String, known: [String]) -> JSONObject? {
    guard let object = json.object else {
      report(.wrongType, at: path, "must be an object in braces, not \(json.kind)")
      return nil
    }
    for member in object.members where !known.contains(member.key) {
      let meant = Spelling.nearest(to: member.key, among: known)
      report(
        .unknownMember,
        at: Self.join(path, String(member.key.prefix(60))),
        "unknown member; " + (meant.map { "did you mean \($0)?" } ?? "take it out")
      )
    }
    return object
  }

  /// A list; nil (reported when `isRequired`) when it is not there.
  mutating func list(
    _ json: JSON?,
    at path: String,
    of what: String,
    most: Int,
    isRequired: Bool = false
  ) -> [JSON]? {
    guard let json, !json.isNull else {
      if isRequired { report(.missing, at: path, "missing; list the \(what)") }
      return nil
    }
    guard let array = json.array else {
      report(.wrongType, at: path, "must be a list in square brackets, not \(json.kind)")
      return nil
    }
    if array.isEmpty, isRequired { report(.missing, at: path, "empty; list the \(what)") }
    guard array.count <= most else {
      report(.tooMany, at: path, "\(array.count) \(what); at most \(most)")
      return nil
    }
    return array
  }

  mutating func flag(_ json: JSON?, at path: String) -> Bool {
    guard let json, !json.isNull else { return false }
    guard let flag = json.bool else {
      report(.wrongType, at: path, "must be true or false, not \(json.kind)")
      return false
    }
    return flag
  }

  /// A line or more of text without white space at its ends; nil when there is none.
  mutating func text(_ json: JSON, at path: String, most: Int) -> String? {
    guard let raw = json.string else {
      report(.wrongType, at: path, "must be text in quotes, not \(json.kind)")
      return nil
    }
    let text = AnswerText.trimmed(raw)
    let lines = text.unicodeScalars.filter { $0 != "\n" && $0 != "\t" }
    if AnswerText.hasControls(String(lines)) {
      report(.controlCharacter, at: path, "holds a control character; take it out")
      return nil
    }
    if AnswerText.isLonger(text, than: most) {
      let length = AnswerText.characters(in: text)
      report(.tooLong, at: path, "\(length) characters; at most \(most)")
      return nil
    }
    return text
  }

  /// A text per language; the default language must be among them.
  mutating func localText(_ json: JSON?, at path: String, isRequired: Bool) -> LocalText? {
    guard let json, !json.isNull else {
      if isRequired { report(.missing, at: path, "missing; give a text for each language") }
      return nil
    }
    guard let object = json.object else {
      report(
        .wrongType,
        at: path,
        "must hold a text per language, {\"en\": \"…\"}, not \(json.kind)"
      )
      return nil
    }
    var local = LocalText()
    for member in object.members where !member.value.isNull {
      let place = Self.join(path, String(member.key.prefix(60)))
      guard let language = Language(rawValue: member.key) else {
        report(.unknownLanguage, at: place, "unknown language; use \(Self.languageNames)")
        continue
      }
      let text = text(member.value, at: place, most: Limits.surveyTextCharactersMax)
      if let text, !text.isEmpty { local[language] = text }
    }
    if let language = defaultLanguage, Self.isBlank(object[language.rawValue]) {
      report(
        .missing,
        at: Self.join(path, language.rawValue),
        "missing; the default language needs every text"
      )
      return nil
    }
    return local
  }

  private static func isBlank(_ json: JSON?) -> Bool {
    guard let json, !json.isNull else { return true }
    return json.string.map { AnswerText.trimmed($0).isEmpty } ?? false
  }

  /// A key by the rule of `Question.isKey`.
  mutating func key(_ json: JSON?, at path: String) -> String? {
    guard let json, !json.isNull else {
      report(.missing, at: path, "missing; give a short name that never changes")
      return nil
    }
    guard let key = json.string else {
      report(.wrongType, at: path, "must be text in quotes, not \(json.kind)")
      return nil
    }
    guard Question.isKey(key) else {
      report(.badKey, at: path, Self.keyAdvice(key))
      return nil
    }
    return key
  }

  static func keyAdvice(_ key: String) -> String {
    "\(AnswerFault.quoted(key)) cannot be a key: start with a letter a–z, go on with "
      + "a–z, 0–9 and _, at most \(Limits.keyCharactersMax) characters"
  }

  static func join(_ path: String, _ member: String) -> String {
    path.isEmpty ? member : "\(path).\(member)"
  }

  static let languageNames = Language.allCases.map(\.rawValue).joined(separator: ", ")
}
