import Access
import Hummingbird
import Kernel
import Web

/// Takes the demo away in one click.
struct DemoRoutes: Sendable {
  let demo: DemoDirectory

  var routes: [Route] { [.post("/demo/removal", .may(.manageSurveys), remove)] }

  /// Sent twice it changes nothing.
  private func remove(_ request: Request, _ context: Context) async throws -> Response {
    try await demo.remove()
    return .redirect(to: "/", type: .normal)
  }
}
