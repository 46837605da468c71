import HTTPTypes
package import Hummingbird
import Kernel
import Logging
import Storage
import Web

/// The last net: whatever no gate turned into an answer becomes one here, and a log line.
package struct FailureResponses: RouterMiddleware {
  package typealias Context = Access::Context

  package init() {}

  @concurrent package func handle(
    _ request: Request,
    context: Context,
    next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      let problem = problem(for: error, request, context)
      guard !request.uri.path.hasPrefix("/api/") else { return problem.response }
      let language = Language.wished(by: request) ?? .english
      return RefusalPage(problem, in: language).response(to: request)
    }
  }

  private func problem(for error: any Error, _ request: Request, _ context: Context) -> Problem {
    switch error {
    case let problem as Problem: return problem
    case is StorageUnavailable: return .unavailable
    case let error as HTTPError where error.status == .notFound: return .notFound
    case let error as HTTPError where error.status.kind == .clientError:
      return Problem(
        error.status,
        code: "refused",
        title: "The request was refused",
        detail: error.body ?? error.status.reasonPhrase
      )
    default:
      // What went wrong goes to the log, where the operator reads it, and never to strangers.
      context.logger.error(
        "a request failed",
        metadata: ["path": "\(request.uri.path)", "error": "\(error)"]
      )
      return .unexpected
    }
  }
}

extension Problem {
  static let unexpected = Problem(
    .internalServerError,
    code: "unexpected",
    title: "Something went wrong here",
    detail: "It was written to the server's log. Try again; if it stays, tell whoever runs this."
  )
}
