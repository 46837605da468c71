package import HTTPTypes
package import Hummingbird
import Kernel
import Web

/// One line of a capability's table of routes: what is called, by whom, and what answers.
///
/// Paths below `/api/` are for machines and answer refusals with problem JSON; all others are
/// pages.
package struct Route: Sendable {
  package typealias Handler = @Sendable (Request, Context) async throws -> Response

  package let method: HTTPRequest.Method

  /// As Hummingbird spells it, `/surveys/{survey}`.
  package let path: String
  package let clearance: Clearance

  /// The longest form it takes, in bytes.
  private(set) var formBytesMax = Limits.bodyBytesMax

  /// Whether its handler proves the form itself, while its file comes in.
  private(set) var takesUpload = false
  let handler: Handler

  package init(
    _ method: HTTPRequest.Method,
    _ path: String,
    _ clearance: Clearance,
    _ handler: @escaping Handler
  ) {
    self.method = method
    self.path = path
    self.clearance = clearance
    self.handler = handler
  }

  package static func get(
    _ path: String,
    _ clearance: Clearance,
    _ handler: @escaping Handler
  ) -> Route { Route(.get, path, clearance, handler) }

  package static func post(
    _ path: String,
    _ clearance: Clearance,
    _ handler: @escaping Handler
  ) -> Route { Route(.post, path, clearance, handler) }

  package static func put(
    _ path: String,
    _ clearance: Clearance,
    _ handler: @escaping Handler
  ) -> Route { Route(.put, path, clearance, handler) }

  package static func patch(
    _ path: String,
    _ clearance: Clearance,
    _ handler: @escaping Handler
  ) -> Route { Route(.patch, path, clearance, handler) }

  package static func delete(
    _ path: String,
    _ clearance: Clearance,
    _ handler: @escaping Handler
  ) -> Route { Route(.delete, path, clearance, handler) }

  /// A form with a file that may be larger than memory; removed afterwards unless moved away.
  package static func upload(
    _ path: String,
    _ clearance: Clearance,
    _ plan: Upload.Plan,
    _ handler: @escaping @Sendable (Request, Context, Upload) async throws -> Response
  ) -> Route {
    var route = Route(.post, path, clearance) { request, context in
      guard let person = context.person else { throw Problem.forbidden }
      let upload = try await Upload.receive(request, provenBy: person.csrf, plan)
      defer { upload.discard() }
      return try await handler(request, context, upload)
    }
    route.takesUpload = true
    return route
  }

  /// The same route for longer forms, such as those with a file.
  package func taking(bytes limit: Int) -> Route {
    var route = self
    route.formBytesMax = limit
    return route
  }

  var isForMachines: Bool { path.hasPrefix("/api/") }

  /// Whether calling it may change something.
  var changes: Bool { method != .get && method != .head }
}

extension RouterMethods<Context> {
  /// Registers routes so that each is reached through the gate only.
  package func add(_ routes: [Route], guardedBy gate: Gate) {
    for route in routes {
      on(RouterPath(route.path), method: route.method) { request, context in
        try await gate.answer(request, context, by: route)
      }
    }
  }
}
