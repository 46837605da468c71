import Kernel

/// The addresses of one survey's pages, with what came along in the query.
struct RespondLink: Hashable, Sendable {
  let token: String

  /// The query as it was sent, percent-encoding and all, without the language.
  let rest: String

  init(token: String, query: String?) {
    self.token = token
    let pairs = (query ?? "").split(separator: "&")
    rest = pairs.filter { $0 != "lang" && !$0.hasPrefix("lang=") }.joined(separator: "&")
  }

  /// Where the plain form is sent: the page itself, so that what follows keeps the context.
  func page(in language: Language) -> String { "/s/\(token)" + query(in: language) }

  func thanks(in language: Language) -> String { "/s/\(token)/thanks?lang=\(language.rawValue)" }

  /// The same page in a language, whichever page it is.
  func query(in language: Language) -> String {
    (rest.isEmpty ? "?" : "?\(rest)&") + "lang=\(language.rawValue)"
  }

  var api: String { "/api/v1/surveys/\(token)/responses" }
}
