import Kernel
import Mustache
import Web

/// Asks by what a person is known, says how much goes, and asks once more.
struct PersonErasurePage: Page {
  static let template = MustacheTemplate(embedded: Templates.person_erasure)

  let t: [String: String]
  let csrf: String
  let action: String
  let back: String
  let marks: [Mark]

  struct Mark: Sendable {
    let name: String
    let title: String
    let value: String
    let count: String

    /// What to mind before choosing it.
    let caution: String?
    let isChosen: Bool
  }

  init(
    _ detail: AnswerDetail,
    _ counts: [PersonMark: PersonErasureStore.Count],
    csrf: String,
    _ words: AnswerWords
  ) {
    let path = "\(AnswerListRequest.path)/\(detail.publicID)"
    t = words.words.section("answers")
    self.csrf = csrf
    action = path + PersonErasureRequest.suffix
    back = path
    marks = detail.personMarks.enumerated().map { place, mark in
      let count = counts[mark] ?? PersonErasureStore.Count()
      let isNumber = mark.name == PersonMark.externalID
      return Mark(
        name: mark.name,
        title: isNumber ? words["external_id"] : words.dimension(mark.name),
        value: mark.value,
        count: words.words.text(
          "answers.person_count",
          [
            "answers": words.words.plural("answers.count", count.answers),
            "surveys": words.words.plural("answers.person_surveys", count.surveys.count),
          ]
        ),
        caution: isNumber && count.surveys.count > 1 ? words["person_number"] : nil,
        isChosen: place == 0 && !isNumber
      )
    }
  }
}
