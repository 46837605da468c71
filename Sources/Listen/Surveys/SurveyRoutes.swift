import Access
import HTTPTypes
import Hummingbird
import Kernel
import Web

/// Surveys over the API: made, changed, closed and reopened by those who may.
struct SurveyRoutes: Sendable {
  let surveys: SurveyStore
  let directory: SurveyDirectory
  let clock: BusinessClock

  var routes: [Route] {
    [
      .get("/api/v1/surveys", .may(.readSurveys), list),
      .post("/api/v1/surveys", .may(.manageSurveys), create),
      .get("/api/v1/surveys/{token}", .may(.readSurveys), show),
      .put("/api/v1/surveys/{token}", .may(.manageSurveys), edit),
      .put("/api/v1/surveys/{token}/closure", .may(.manageSurveys), close),
      .delete("/api/v1/surveys/{token}/closure", .may(.manageSurveys), reopen),
    ]
  }

  private func list(_ request: Request, _ context: Context) async throws -> Response {
    let all = try await surveys.all()
    return JSON.object(["surveys": .array(all.map(\.json))]).response(to: request)
  }

  private func create(_ request: Request, _ context: Context) async throws -> Response {
    let definition = try await definition(in: request)
    let now = clock.now()
    let survey = try await surveys.create(
      definition,
      publishing: try request.isPublishing,
      at: now,
      note: context.note("survey.created", at: now)
    )
    return survey.json(warnings: definition.warnings).response(to: request, status: .created)
  }

  private func show(_ request: Request, _ context: Context) async throws -> Response {
    let token = try context.parameters.require("token")
    guard let survey = try await surveys.survey(token: token),
      let definition = try await surveys.draft(of: token)
    else { throw Problem.unknownSurvey }
    return survey.json(definition: definition).response(to: request)
  }

  private func edit(_ request: Request, _ context: Context) async throws -> Response {
    let token = try context.parameters.require("token")
    let definition = try await definition(in: request)
    let edited: Survey?
    let isPublishing = try request.isPublishing
    let now = clock.now()
    do {
      edited = try await surveys.edit(
        token,
        to: definition,
        publishing: isPublishing,
        at: now,
        note: context.note(isPublishing ? "survey.published" : "survey.edited", at: now)
      )
    } catch let refusal as DefinitionRefusal {
      throw Problem(refusal)
    }
    guard let edited else { throw Problem.unknownSurvey }
    try await directory.refresh(token)
    return edited.json(warnings: definition.warnings).response(to: request)
  }

  private func close(_ request: Request, _ context: Context) async throws -> Response {
    try await setClosed(request, context, at: clock.now())
  }

  private func reopen(_ request: Request, _ context: Context) async throws -> Response {
    try await setClosed(request, context, at: nil)
  }

  private func setClosed(
    _ request: Request,
    _ context: Context,
    at instant: Instant?
  ) async throws -> Response {
    let token = try context.parameters.require("token")
    let survey = try await surveys.setClosed(
      token,
      at: instant,
      note: context.note(instant == nil ? "survey.reopened" : "survey.closed", at: clock.now())
    )
    guard let survey else { throw Problem.unknownSurvey }
    try await directory.refresh(token)
    return survey.json.response(to: request)
  }

  private func definition(in request: Request) async throws -> SurveyDefinition {
    let json = try await request.json(limit: Limits.surveyBytesMax)
    do throws(DefinitionRefusal) { return try SurveyDefinition.parse(json) } catch {
      throw Problem(error)
    }
  }
}

extension Request {
  /// `?publish=false` keeps a definition as a draft; otherwise it is published at once.
  fileprivate var isPublishing: Bool {
    get throws {
      switch uri.queryParameters["publish"] {
      case nil, "true": return true
      case "false": return false
      default:
        throw Problem(
          .badRequest,
          code: "bad_query",
          title: "A part of the address does not fit",
          detail: "publish must be true or false.",
          field: "publish"
        )
      }
    }
  }
}

extension Survey {
  var json: JSON { .object(object) }

  func json(warnings: [DefinitionProblem]) -> JSON {
    var object = object
    object["warnings"] = .array(warnings.map { .string($0.description) })
    return .object(object)
  }

  func json(definition: SurveyDefinition) -> JSON {
    var object = object
    object["definition"] = definition.json
    return .object(object)
  }

  private var object: JSONObject {
    [
      "token": .string(token),
      "name": .string(name),
      "state": .string(state.rawValue),
      "version": version.map { .integer(Int64($0)) } ?? .null,
      "path": .string("/s/\(token)"),
      "created_at": .string(createdAt.description),
      "closed_at": closedAt.map { .string($0.description) } ?? .null,
    ]
  }
}

extension Problem {
  init(_ refusal: DefinitionRefusal) {
    self.init(
      .unprocessableContent,
      code: "definition_refused",
      title: "The survey's definition does not hold together",
      detail: refusal.description,
      field: refusal.problems.first?.path
    )
  }
}
