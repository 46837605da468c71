import Access
import Hummingbird
import Kernel
import Listen
import Measure
import Web

/// The API's own description, for programs and for those who write them.
struct ContractRoutes: Sendable {
  let document: APIDocument

  init() throws { document = try APIDocument(Listen.contract + Measure.contract) }

  var routes: [Route] {
    [
      .get("/api/openapi.json", .anyone) { request, _ in
        document.json.response(to: request)
      }
    ]
  }
}
