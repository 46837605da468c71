import Access
import Kernel
import Testing
import Web

@testable import Listen

struct RespondPageTests {
  static let version = SurveySamples.version

  static func page(
    _ version: SurveyVersion = version,
    in language: Language = .english,
    typed: [(String, String)] = [],
    faults: [AnswerFault] = [],
    business: String? = nil
  ) -> RespondPage {
    let visit = RespondVisit(
      survey: version.definition,
      language: language,
      link: RespondLink(token: "t", query: nil),
      asker: RespondAsker(Business(name: business ?? ""))
    )
    let form = RespondForm.sent(
      typed.map { FormField(name: $0.0, value: $0.1) },
      at: SubmissionSamples.received
    )
    return RespondPage(version, visit, form: form, faults: faults, notice: "n")
  }

  @Test func `gives every kind of question its own controls`() throws {
    let page = Self.page()
    let scales = page.questions.filter { $0.scale != nil }.map(\.kind)
    #expect(
      scales
        == ["recommend_0_10", "recommend_1_10", "satisfaction_1_5", "effort_1_7", "rating"]
    )
    #expect(page.questions.filter { $0.pick != nil }.map(\.key) == ["topics", "heard", "back"])
    #expect(page.questions.filter(\.long).map(\.key) == ["why"])
    #expect(page.questions.filter(\.short).map(\.key) == ["price_of"])
    for question in page.questions {
      let kinds = [question.scale != nil, question.pick != nil, question.long, question.short]
      #expect(kinds.count { $0 } == 1, "\(question.key)")
    }
  }

  @Test func `numbers scales in the language's digits and says what their ends mean`() throws {
    let scale = try #require(Self.page(in: .persian).questions.first?.scale)
    #expect(scale.points.map(\.value) == Array(0...10))
    #expect(scale.points.map(\.digits).joined(separator: " ") == "۰ ۱ ۲ ۳ ۴ ۵ ۶ ۷ ۸ ۹ ۱۰")
    #expect(scale.points.first?.spoken == "۰: اصلاً")
    #expect(scale.points[5].spoken == "۵")
    #expect(scale.ends?.high == "۱۰ حتماً")
    let faces = try #require(Self.page().questions.first { $0.kind == "satisfaction_1_5" }?.scale)
    #expect(faces.faces)
    #expect(Set(faces.points.compactMap(\.mouth)).count == 5)
    #expect(faces.ends?.low == "Very dissatisfied")
  }

  @Test func `insists only on what cannot be hidden`() {
    let demanded = Self.page().questions.filter(\.demanded).map(\.key)
    #expect(demanded == ["recommend"])
  }

  @Test func `keeps what was picked and typed`() throws {
    let page = Self.page(
      typed: [
        ("a.recommend", " ۷ "), ("a.topics", "staff"), ("a.topics", "other"),
        ("a.topics.other", "x"), ("a.back", "no"), ("a.why", "y"), ("a.speed", "-5"),
      ]
    )
    func question(_ key: String) throws -> RespondQuestion {
      try #require(page.questions.first { $0.key == key })
    }
    #expect(try question("recommend").scale?.points.filter(\.picked).map(\.value) == [7])
    #expect(try question("speed").scale?.points.filter(\.picked).map(\.value) == [-5])
    #expect(try question("topics").pick?.choices.filter(\.picked).map(\.choice) == ["staff"])
    #expect(try question("topics").pick?.other?.picked == true)
    #expect(try question("topics").pick?.other?.typed == "x")
    #expect(try question("back").pick?.choices.filter(\.picked).map(\.choice) == ["no"])
    #expect(try question("why").typed == "y")
  }

  @Test func `tells each fault at its question in the page's language`() throws {
    let read = SubmissionSamples.form([
      ("a.recommend", "11"), ("a.why", String(repeating: "a", count: 20_001)),
    ])
    guard case .failure(let refusal) = read else { return #expect(Bool(false), "taken") }
    let page = Self.page(in: .vietnamese, faults: refusal.faults)
    #expect(page.problems?.items.map(\.key) == ["recommend", "why"])
    #expect(page.questions[0].error == "Hãy chọn một số từ 0 đến 10.")
    #expect(page.questions[1].error == "Nội dung quá dài: nhiều nhất 20.000 ký tự.")
  }

  @Test func `hands wordings and conditions over as the script reads them`() throws {
    let page = Self.page()
    let why = try #require(page.questions.first { $0.key == "why" })
    let variants = try JSON.parse(try #require(why.variants)).array
    #expect(variants?.count == 2)
    #expect(variants?.first?["text"]?.string == "What is best?")
    #expect(variants?.first?["when"]?["question"]?.string == "recommend")
    let topics = try #require(page.questions.first { $0.key == "topics" })
    #expect(topics.showIf == #"{"question":"recommend","at_most":6}"#)
  }

  @Test func `texts of a survey cannot leave their place`() {
    let hostile = #"\"\u0301 onclick=x <script>alert(1)</script>"#
    let version = SurveySamples.version(
      of: """
        {"key": "a", "kind": "choices", "other": true, "text": {"en": "\(hostile)"},
         "hint": {"en": "\(hostile)"},
         "choices": [{"key": "c", "text": {"en": "\(hostile)"}},
                     {"key": "d", "text": {"en": "D"}}]},
        {"key": "b", "kind": "rating", "min": 1, "max": 3, "text": {"en": "B"},
         "low": {"en": "\(hostile)"}, "high": {"en": "\(hostile)"},
         "variants": [{"when": {"question": "a", "answered": true},
                       "text": {"en": "\(hostile)"}}]}
        """
    )
    let html = Self.page(version, business: "\"\u{301}<i>").document.html
    let body = Array(html.unicodeScalars)
    #expect(!html.contains("<script>"))
    #expect(!html.contains("<i>"))
    // A quote that got through would stand before its mark; only escapes may.
    for (before, mark) in zip(body, body.dropFirst()) where mark == "\u{301}" {
      #expect(before == ";")
    }
  }

  @Test func `marks a text that is not in the page's language`() throws {
    let html = Self.page(in: .persian).html
    #expect(html.contains(#"<legend id="l-why" tabindex="-1" lang="en" dir="ltr">Why?</legend>"#))
    #expect(!Self.page().html.contains(#"lang="en" dir="ltr">"#))
  }

  @Test(arguments: [
    (Language.english, "6 questions, about a minute"),
    (.vietnamese, "6 câu hỏi, khoảng 1 phút"),
    (.persian, "۶ پرسش، حدود یک دقیقه"),
  ])
  func `says how long it takes`(language: Language, expected: String) {
    let questions = (0..<6).map {
      #"{"key": "q\#($0)", "kind": "yes_no", "text": {"en": "?"}}"#
    }
    let hidden = """
      {"key": "more", "kind": "long_text", "text": {"en": "?"},
       "show_if": {"question": "q0", "in": ["yes"]}}
      """
    let version = SurveySamples.version(of: (questions + [hidden]).joined(separator: ","))
    let text = RespondLength(of: version).text(in: language)
    #expect(text == expected)
  }
}
