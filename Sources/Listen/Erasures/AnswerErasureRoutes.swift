import Access
import HTTPTypes
import Hummingbird
import Kernel
import Web

/// Erasing over the API what a person said.
struct AnswerErasureRoutes: Sendable {
  let answers: AnswerStore
  let erasures: AnswerErasureStore

  var routes: [Route] {
    [.delete("/api/v1/surveys/{token}/responses/{id}", .may(.eraseAnswers), erase)]
  }

  /// Said twice it is erased once.
  private func erase(_ request: Request, _ context: Context) async throws -> Response {
    guard let identity = context.identity else { throw Problem.forbidden }
    let token = try context.parameters.require("token")
    let id = try context.parameters.require("id")
    let isThere = try await answers.answer(id, of: token) != nil
    let wasThere = try await erasures.erasedAt(id) != nil
    guard isThere || wasThere else { throw Problem.unknownAnswer }
    _ = try await erasures.erase(id, by: identity.actor)
    return Response(status: .noContent)
  }
}
