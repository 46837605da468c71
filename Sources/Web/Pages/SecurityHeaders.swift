import HTTPTypes
package import Hummingbird

/// Tells browsers what a page of ours may do: nothing from elsewhere, nothing inline.
package struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
  /// `'none'`, or the sites that may show a survey inside their own pages.
  let frameAncestors: String

  package init(frameAncestors: String = "'none'") { self.frameAncestors = frameAncestors }

  @concurrent package func handle(
    _ request: Request,
    context: Context,
    next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    // A page that shows another of ours inside itself, or is shown there, says so by itself.
    if response.headers[.contentSecurityPolicy] == nil {
      response.headers[.contentSecurityPolicy] = ContentPolicy.text(shownBy: frameAncestors)
    }
    response.headers[.xContentTypeOptions] = "nosniff"
    response.headers[Self.referrerPolicy] = "same-origin"
    return response
  }

  private static var referrerPolicy: HTTPField.Name {
    guard let name = HTTPField.Name("Referrer-Policy") else {
      preconditionFailure("a header's name must be a token")
    }
    return name
  }
}

/// What a page may load and who may show it.
package enum ContentPolicy {
  /// - Parameters:
  ///   - ancestors: the sites whose pages may show this one, `'none'` or `'self'`.
  ///   - frames: the sites whose pages this one may show.
  package static func text(shownBy ancestors: String, showing frames: String = "'none'") -> String {
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
      + "connect-src 'self'; form-action 'self'; base-uri 'none'; "
      + "frame-src \(frames); frame-ancestors \(ancestors)"
  }
}
