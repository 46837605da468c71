import CXMetrics
import Kernel
import Testing

@testable import Listen

struct QuestionFormTests {
  private let definition = SurveyTemplate.firstVisit.definition

  private func form(_ key: String, _ fields: [(String, String)]) -> QuestionForm {
    QuestionForm(
      fields.map { FormField(name: $0.0, value: $0.1) },
      of: definition.question(key),
      key: key,
      in: definition
    )
  }

  @Test func `a form in one language leaves the others as they were`() {
    let typed = form("found", [("text.vi", "Bạn có thấy không?")])
    #expect(typed.faults.isEmpty)
    #expect(typed.question.text[.vietnamese] == "Bạn có thấy không?")
    #expect(typed.question.text[.english] == definition.question("found")?.text[.english])
  }

  @Test func `a text too long is told at its field and stays as typed`() {
    let long = String(repeating: "a", count: 10_000)
    let typed = form("found", [("text.en", long)])
    #expect(typed.faults.map(\.field) == ["text.en"])
    #expect(typed.question.text[.english] == long)
  }

  @Test func `choices keep their keys when they move, and new ones get readable keys`() throws {
    let before = try #require(definition.question("heard")).choices
    var fields = before.enumerated().flatMap { index, choice in
      [
        ("choice.\(index).key", choice.key),
        ("choice.\(index).text.en", choice.text[.english] ?? ""),
      ]
    }
    fields += [("choice.5.key", ""), ("choice.5.text.en", "Đi ngang Quán Gió")]
    fields.append(("do", "choice.up.1"))
    let after = form("heard", fields).question.choices.map(\.key)
    #expect(after.prefix(2) == ["passing", "friend"])
    #expect(after.last == "di_ngang_quan_gio")
  }

  @Test func `a question may be asked of those only who answered another so`() throws {
    let fresh = form(
      "missing",
      [("show.question", "impression:score"), ("show.was", "found:picked")]
    )
    #expect(fresh.question.showIf?.test == .score(least: nil, most: 3))
    let set = form(
      "missing",
      [
        ("show.question", "impression:score"), ("show.was", "impression:score"),
        ("show.least", ""), ("show.most", "2"),
      ]
    )
    #expect(set.question.showIf?.test == .score(least: nil, most: 2))
    #expect(form("missing", [("show.question", ""), ("show.was", "")]).question.showIf == nil)
  }

  @Test func `every kind of question is ready to add in every language`() {
    var definition = NewDraft.definition(nil, for: .persian, in: .english)
    for question in ReadyQuestion.all { definition.add(question, keeping: [:]) }
    let kinds = Set(definition.questions.map(\.kind.name))
    #expect(kinds == Set(QuestionKind.names))
    #expect(definition.warnings.isEmpty)
    #expect(throws: Never.self) { try SurveyDefinition.parse(definition.json) }
  }

  @Test func `a link says where it is met, and survives any name`() {
    var link = ShareLink(base: "https://feedback.example", token: "abc")
    #expect(link.text == "https://feedback.example/s/abc")
    link.touchpoint = "Bàn 4 & “5”"
    link.language = .persian
    #expect(
      link.text == "https://feedback.example/s/abc"
        + "?touchpoint=B%C3%A0n%204%20%26%20%E2%80%9C5%E2%80%9D&lang=fa"
    )
  }
}
