import HTTPTypes
import Hummingbird
import Web

/// The colours of the business as a style sheet: a policy against inline styles wants a file.
struct ThemeRoutes: Sendable {
  let business: BusinessDirectory

  /// `GET /theme.css?v=006b78`: browsers may keep it, the address changes with the colour.
  func show(_ request: Request, _ context: Context) async throws -> Response {
    let sheet = try await business.current().accent.map(Theme.sheet) ?? ""
    return Response(
      text: sheet,
      to: request,
      headers: [
        .contentType: "text/css; charset=utf-8", .cacheControl: "public, max-age=31536000",
      ]
    )
  }
}
