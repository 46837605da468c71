import Kernel
import Mustache
import Web

/// Asks once more before something goes for good, and names what goes.
struct ErasurePage: Page {
  static let template = MustacheTemplate(embedded: Templates.erasure)

  let t: [String: String]
  let csrf: String
  let action: String
  let back: String
  let title: String
  let what: [String]
  let day: String

  init(_ detail: AnswerDetail, csrf: String, _ words: AnswerWords) {
    let path = "\(AnswerListRequest.path)/\(detail.publicID)"
    t = words.words.section("answers")
    self.csrf = csrf
    action = path + "/erasure"
    back = path
    title = words.words.text("answers.erase_title", ["when": words.moment(detail.at)])
    let texts = detail.answers.count { $0.value.writtenText != nil }
    let scores = detail.answers.count { answer in
      detail.version.question(answer.question).flatMap { answer.value.points(for: $0.kind) } != nil
    }
    let keys = [("answers.erase_words", texts), ("answers.erase_scores", scores)]
    what =
      keys.filter { $0.1 > 0 }.map { words.words.plural($0.0, $0.1) }
      + [words["erase_place"], words["erase_links"]]
    day = words["erase_day"]
  }
}

/// What stands where an answer was.
struct ErasedPage: Page {
  static let template = MustacheTemplate(embedded: Templates.erased)

  let t: [String: String]
  let title: String
  let text: String
  let list: String

  /// - Parameter count: how many answers went, when it was a whole person's.
  init(at moment: Instant, with count: Int?, _ words: AnswerWords) {
    t = words.words.section("answers")
    title = count.map { words.words.plural("answers.person_erased", $0) } ?? words["erased"]
    let key = count == nil ? "answers.erased_text" : "answers.person_erased_text"
    text = words.words.text(key, ["when": words.moment(moment)])
    list = AnswerListRequest.path
  }
}
