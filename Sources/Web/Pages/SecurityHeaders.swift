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
    response.headers[.contentSecurityPolicy] =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
      + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors \(frameAncestors)"
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
