import Kernel
import Testing

@testable import Listen

struct SurveyTemplateTests {
  @Test(arguments: SurveyTemplate.allCases)
  func `is complete in every language`(template: SurveyTemplate) throws {
    let definition = try SurveyDefinition.parse(bytes: Array(template.text.utf8))
    #expect(definition.languages == Language.allCases)
    #expect(definition.warnings.isEmpty)
    for (path, text) in definition.texts {
      for language in Language.allCases {
        let written = text[language] ?? ""
        #expect(!written.contains("!"), "\(path) shouts")
        #expect(written.unicodeScalars.contains { Self.belongs($0, to: language) }, "\(path)")
      }
    }
  }

  @Test(arguments: SurveyTemplate.allCases)
  func `labels both ends of each scale in every language`(template: SurveyTemplate) {
    for question in template.definition.questions where question.kind.scale != nil {
      #expect(question.lowLabel?.languages == Language.allCases)
      #expect(question.highLabel?.languages == Language.allCases)
    }
  }

  @Test func `is found by its name`() {
    #expect(SurveyTemplate(rawValue: "first_visit") == .firstVisit)
    #expect(
      SurveyTemplate.allCases.map(\.name) == [
        "relational_nps", "after_purchase_csat", "effort_after_service", "first_visit",
      ]
    )
  }

  @Test func `asks promoters, passives and detractors why in words of their own`() {
    let definition = SurveyTemplate.relationalNPS.definition
    let words = [10, 8, 3].map { score in
      definition.question("why")?
        .wording(given: [Answer(question: "recommend", value: .score(score))])[.english]
    }
    #expect(
      words == [
        "Good to hear. What do we do especially well?", "What one thing would have made it a 10?",
        "We are sorry. What should we put right first?",
      ]
    )
    #expect(definition.question("why")?.wording(given: [])[.persian] == "دلیل اصلی این نمره چیست؟")
  }

  /// Letters that prove a language is not another one's copy.
  private static func belongs(_ scalar: Unicode.Scalar, to language: Language) -> Bool {
    switch language {
    case .english: scalar.isASCII && scalar.properties.isAlphabetic
    case .vietnamese: scalar.properties.isAlphabetic && scalar.value < 0x2000
    case .persian: (0x0600...0x06FF).contains(scalar.value)
    }
  }
}
