import Access
import HTTPTypes
import Hummingbird
import Kernel
import Web

/// Erasing everything that one person told us: from one of their answers, or by a program.
struct PersonErasureRoutes: Sendable {
  let people: PersonErasureStore
  let answer: AnswerDetailRoutes

  var routes: [Route] {
    let path = "\(AnswerListRequest.path)/{answer}\(PersonErasureRequest.suffix)"
    return [
      .get(path, .may(.eraseAnswers), ask),
      .post(path, .may(.eraseAnswers), erase),
      .post("/api/v1/people/erasures", .may(.eraseAnswers), eraseForProgram),
    ]
  }

  private func ask(_ request: Request, _ context: Context) async throws -> Response {
    let publicID = try context.parameters.require("answer")
    guard let detail = try await answer.details.detail(publicID) else {
      let count = try request.queryFields["erased"].flatMap { Int($0) }
      return try await answer.erased(publicID, with: count, request, context)
    }
    let counts = try await people.counts(of: detail.personMarks)
    let page = PersonErasurePage(
      detail,
      counts,
      csrf: context.csrf,
      try await answer.words(context)
    )
    return try await answer.respond(page.html, to: request, context)
  }

  /// Sent twice, the second finds the answer gone and says so.
  private func erase(_ request: Request, _ context: Context) async throws -> Response {
    guard let identity = context.identity else { throw Problem.forbidden }
    let publicID = try context.parameters.require("answer")
    let name = try await request.form()["by"]
    let path =
      "\(AnswerListRequest.path)/\(FormFields.encoded(publicID))"
      + PersonErasureRequest.suffix
    guard let detail = try await answer.details.detail(publicID),
      let mark = detail.personMarks.first(where: { $0.name == name })
    else { return .redirect(to: path, type: .normal) }
    let erased = try await people.erase(mark, last: publicID, by: identity.actor)
    return .redirect(to: "\(path)?erased=\(erased.answers)", type: .normal)
  }

  private func eraseForProgram(_ request: Request, _ context: Context) async throws -> Response {
    guard let identity = context.identity else { throw Problem.forbidden }
    let asked = try PersonErasureRequest(try await request.json())
    let count =
      asked.isTrial
      ? try await people.counts(of: [asked.mark])[asked.mark] ?? PersonErasureStore.Count()
      : try await people.erase(asked.mark, by: identity.actor)
    let told: JSONObject = [
      "answers": .integer(Int64(count.answers)), "surveys": .integer(Int64(count.surveys.count)),
      "erased": .bool(!asked.isTrial),
    ]
    return JSON.object(told).response(to: request)
  }
}
