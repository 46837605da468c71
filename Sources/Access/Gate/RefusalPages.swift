import HTTPTypes
import Hummingbird
import Kernel
import Mustache
import Web

/// A problem as people read it: what happened and what to do, in their language.
struct RefusalPage: Page {
  static let template = MustacheTemplate(embedded: Templates.refusal)

  let title: String
  let detail: String
  let back: String
  private let language: Language
  private let status: HTTPResponse.Status
  private let retryAfter: Int?

  /// A problem without words of its own in the catalogue says itself in English.
  init(_ problem: Problem, in language: Language) {
    let words = Catalogue.of(language)
    let key = "problem.\(problem.code)"
    title = words.has("\(key).title") ? words["\(key).title"] : problem.title
    detail = words.has("\(key).detail") ? words["\(key).detail"] : problem.detail
    back = words["problem.back"]
    self.language = language
    status = problem.status
    retryAfter = problem.retryAfter
  }

  func response(to request: Request) -> Response {
    Document(title, in: language, stylesheets: AccessLook.stylesheets, body: html)
      .response(
        to: request,
        status: status,
        headers: retryAfter.map { [.retryAfter: String($0)] } ?? [:]
      )
  }
}
