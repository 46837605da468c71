import Kernel

/// The addresses of one survey's pages, with what came along in the query.
struct RespondLink: Hashable, Sendable {
  let token: String

  /// The query as it was sent, percent-encoding and all, without the language.
  let rest: String

  /// Whether an author tries a draft: nothing is sent anywhere, and the language in the address is
  /// the draft's, not the author's own.
  let isTrial: Bool

  init(token: String, query: String?, isTrial: Bool = false) {
    self.token = token
    self.isTrial = isTrial
    let field = isTrial ? "in" : "lang"
    let pairs = (query ?? "").split(separator: "&")
    rest = pairs.filter { $0 != field && !$0.hasPrefix("\(field)=") }.joined(separator: "&")
  }

  /// Where the plain form is sent: the page itself, so that what follows keeps the context.
  func page(in language: Language) -> String { root + query(in: language) }

  func thanks(in language: Language) -> String {
    isTrial ? page(in: language) : "/s/\(token)/thanks?lang=\(language.rawValue)"
  }

  private var root: String { isTrial ? SurveyPath(token).preview : "/s/\(token)" }

  /// The same page in a language, whichever page it is.
  func query(in language: Language) -> String {
    (rest.isEmpty ? "?" : "?\(rest)&") + (isTrial ? "in" : "lang") + "=\(language.rawValue)"
  }

  var api: String { "/api/v1/surveys/\(token)/responses" }
}
