import CXMetrics
import Kernel

/// A survey made to hold what a file brings: a recommend question, a comment, and the attributes
/// that columns were mapped to.
struct NewSurvey: Hashable, Sendable {
  let name: String
  let scale: RecommendScale
  let attributes: [String]

  static let scoreKey = "recommend"
  static let commentKey = "comment"

  init(name: String, scale: RecommendScale, wishes: [ColumnMap.Wish]) {
    self.name = name
    self.scale = scale
    let prefix = "attributes."
    var attributes: [String] = []
    for wish in wishes where wish.field.hasPrefix(prefix) {
      let attribute = String(wish.field.dropFirst(prefix.count))
      let isDeclared = AnswerContext.Dimension(rawValue: attribute) != nil
      if !isDeclared && !attributes.contains(attribute) { attributes.append(attribute) }
    }
    self.attributes = attributes
  }

  /// The definition with both questions, or with those of them that a map fills.
  ///
  /// - Throws: `ImportUsage` for a name or an attribute that no survey may have.
  func definition(filling map: ColumnMap? = nil) throws(ImportUsage) -> SurveyDefinition {
    let template = SurveyTemplate.relationalNPS.definition
    let isFilled: (String) -> Bool = { key in map?.column(of: .answer(key)) != nil || map == nil }
    var questions: [JSON] = []
    if isFilled(Self.scoreKey) {
      questions.append([
        "key": .string(Self.scoreKey),
        "kind": scale == .zeroToTen ? "recommend_0_10" : "recommend_1_10",
        "text": template.question("recommend")?.text.json ?? .null,
      ])
    }
    if isFilled(Self.commentKey) {
      questions.append([
        "key": .string(Self.commentKey),
        "kind": "long_text",
        "text": template.question("why")?.text.json ?? .null,
      ])
    }
    var roles = JSONObject()
    for attribute in attributes { roles[attribute] = "dimension" }
    let json: JSON = [
      "name": .string(name),
      "languages": .array(template.languages.map { .string($0.rawValue) }),
      "title": template.title.json,
      "attributes": .object(roles),
      "questions": .array(questions),
    ]
    do { return try SurveyDefinition.parse(json) } catch {
      throw ImportUsage("the new survey does not hold together: \(error)")
    }
  }
}
