package import HTTPTypes
package import Hummingbird
package import Kernel
package import Mustache

/// A whole HTML document around a page's own part.
package struct Document: Page {
  package static let template = MustacheTemplate(embedded: Templates.document)

  let lang: String
  let dir: String
  let title: String
  let stylesheets: [String]
  let scripts: [String]
  let refresh: String?
  let body: String

  /// - Parameters:
  ///   - theme: the address of a business's own colours.
  ///   - refresh: seconds after which a browser without scripts asks again; nil for never.
  ///   - body: HTML, already escaped where it has to be.
  package init(
    _ title: String,
    in language: Language,
    stylesheets: [Asset],
    theme: String? = nil,
    scripts: [Asset] = [],
    refresh: Int? = nil,
    body: String
  ) {
    lang = language.rawValue
    dir = language.direction
    self.title = title
    self.stylesheets = stylesheets.map(\.path) + (theme.map { [$0] } ?? [])
    self.scripts = scripts.map(\.path)
    self.refresh = refresh.map { "\($0)" }
    self.body = body
  }

  /// The document as an answer to a browser, compressed when the browser takes that.
  package func response(
    to request: Request,
    status: HTTPResponse.Status = .ok,
    headers: HTTPFields = [:]
  ) -> Response {
    var headers = headers
    headers[.contentType] = "text/html; charset=utf-8"
    headers[.contentLanguage] = lang
    if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
    return Response(text: html, to: request, status: status, headers: headers)
  }
}
