/// The addresses of a survey's own pages.
struct SurveyPath: Hashable, Sendable {
  let token: String

  init(_ token: String) { self.token = token }

  var root: String { "/surveys/\(token)" }
  var edit: String { "\(root)/edit" }
  var preview: String { "\(root)/preview" }
  var versions: String { "\(root)/versions" }
  var share: String { "\(root)/share" }
  var answers: String { "/answers?survey=\(token)" }
}
