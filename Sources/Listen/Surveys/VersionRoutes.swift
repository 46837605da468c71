import Access
import HTTPTypes
import Hummingbird
import Kernel
import Web

/// A survey's versions, and its life: closed, reopened, copied.
struct VersionRoutes: Sendable {
  let drafts: DraftStore
  let surveys: SurveyStore
  let directory: SurveyDirectory
  let clock: BusinessClock
  let business: BusinessDirectory
  let frame: Frame

  var routes: [Route] {
    [
      .get("/surveys/{token}", .may(.readSurveys), lead),
      .get("/surveys/{token}/versions", .may(.readSurveys), show),
      .post("/surveys/{token}/closure", .may(.manageSurveys), setClosed),
      .post("/surveys/{token}/copies", .may(.manageSurveys), copy),
    ]
  }

  private func draft(_ context: Context) async throws -> SurveyDraft {
    let token = try context.parameters.require("token")
    guard let draft = try await drafts.draft(of: token) else { throw Problem.notFound }
    return draft
  }

  /// A survey's own address leads to where whoever comes may go.
  private func lead(_ request: Request, _ context: Context) async throws -> Response {
    let path = SurveyPath(try await draft(context).survey.token)
    let mayManage = context.identity?.may(.manageSurveys) ?? false
    return .redirect(to: mayManage ? path.edit : path.share, type: .normal)
  }

  private func show(_ request: Request, _ context: Context) async throws -> Response {
    let draft = try await draft(context)
    let calendar = business.remembered.calendar
    let page = VersionPage(
      draft,
      try await surveys.versions(of: draft.survey.id),
      mayManage: context.identity?.may(.manageSurveys) ?? false,
      csrf: context.csrf,
      dayText: { DayText.text(clock.day(of: $0), calendar, in: context.language) },
      in: context.language
    )
    return try await frame.response(
      draft.survey.name,
      current: "surveys",
      stylesheets: [BuilderLook.sheet],
      body: page.html,
      to: request,
      context
    )
  }

  /// Said twice it changes nothing.
  private func setClosed(_ request: Request, _ context: Context) async throws -> Response {
    let token = try context.parameters.require("token")
    let closes = try await request.form()["do"] != "open"
    let now = clock.now()
    let survey = try await surveys.setClosed(
      token,
      at: closes ? now : nil,
      note: context.note(closes ? "survey.closed" : "survey.reopened", at: now)
    )
    guard let survey else { throw Problem.notFound }
    try await directory.refresh(token)
    return .redirect(to: SurveyPath(survey.token).versions, type: .normal)
  }

  /// A draft of the same questions; sent twice it is one copy.
  private func copy(_ request: Request, _ context: Context) async throws -> Response {
    let draft = try await draft(context)
    let wished = try await request.form()["token"].flatMap { PublicToken.isToken($0) ? $0 : nil }
    let name = Catalogue.of(context.language)
      .text("versions.copy_of", ["name": draft.definition.name])
    let survey = try await surveys.create(
      NewDraft.copy(of: draft.definition, named: name),
      publishing: false,
      token: wished,
      by: context.person?.name,
      at: clock.now(),
      note: context.note("survey.created", at: clock.now())
    )
    return .redirect(to: SurveyPath(survey.token).edit, type: .normal)
  }
}
