import Access
import HTTPTypes
import Hummingbird
import Kernel
import Web

/// The list of surveys, and the way to a new one.
struct SurveyListRoutes: Sendable {
  let lines: SurveyListStore
  let scores: SurveyScore.Source
  let surveys: SurveyStore
  let clock: BusinessClock
  let business: BusinessDirectory
  let frame: Frame

  var routes: [Route] {
    [
      .get("/surveys", .may(.readSurveys), show),
      .post("/surveys", .may(.manageSurveys), start),
    ]
  }

  private func show(_ request: Request, _ context: Context) async throws -> Response {
    let page = SurveyListPage(
      try await lines.lines(),
      scores: try await scores(context.language),
      mayManage: context.identity?.may(.manageSurveys) ?? false,
      csrf: context.csrf,
      calendar: business.remembered.calendar,
      day: clock.day(of:),
      in: context.language
    )
    return try await frame.response(
      page.t["title"] ?? "",
      current: "surveys",
      stylesheets: [BuilderLook.sheet],
      body: page.html,
      to: request,
      context
    )
  }

  /// A draft of a template, or of one question; sent twice it is one survey.
  private func start(_ request: Request, _ context: Context) async throws -> Response {
    let form = try await request.form()
    let wished = form["token"].flatMap { PublicToken.isToken($0) ? $0 : nil }
    let template = SurveyTemplate(rawValue: form["template"] ?? "")
    let survey = try await surveys.create(
      NewDraft.definition(template, for: business.remembered.language, in: context.language),
      publishing: false,
      token: wished,
      by: context.person?.name,
      at: clock.now(),
      note: context.note("survey.created", at: clock.now())
    )
    return .redirect(to: SurveyPath(survey.token).edit, type: .normal)
  }
}

extension Context {
  /// Writes down who did this to a survey, with the change itself.
  func note(_ action: String, at now: Instant) -> SurveyStore.Note {
    let actor = identity?.actor
    return { db, survey in
      guard let actor else { return }
      try AuditStore.append(
        AuditEntry(
          at: now,
          by: actor,
          action,
          AuditEntry.Subject("survey", survey.id.rawValue, named: survey.name),
          details: ["version": survey.version.map { .integer(Int64($0)) } ?? .null]
        ),
        in: db
      )
    }
  }
}
