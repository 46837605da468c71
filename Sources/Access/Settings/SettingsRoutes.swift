package import HTTPTypes
package import Hummingbird
import Kernel
package import Web

extension Frame {
  /// Puts a page among the settings, with the way to the others.
  ///
  /// - Parameter tab: the key of its tab.
  package func settings(
    _ title: String,
    tab: String,
    stylesheets: [Asset] = [],
    scripts: [Asset] = [],
    body: String,
    to request: Request,
    _ context: Context,
    status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    guard let person = context.person else { throw Problem.forbidden }
    let page = SettingsPage(
      title,
      tab: tab,
      of: tabs,
      for: person,
      notice: request.uri.queryParameters["notice"].flatMap {
        SettingsNotice(rawValue: String($0))
      },
      in: context.language,
      body: body
    )
    return try await response(
      title,
      current: "settings",
      stylesheets: stylesheets,
      scripts: scripts,
      body: page.html,
      to: request,
      context,
      status: status
    )
  }
}
