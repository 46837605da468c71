import Access
import HTTPTypes
import Hummingbird
import Kernel
import Web

/// A draft as respondents will see it: in the builder's phone, and to try it without counting.
struct PreviewRoutes: Sendable {
  let drafts: DraftStore
  let clock: BusinessClock
  let business: BusinessDirectory

  var routes: [Route] {
    [
      .get("/surveys/{token}/preview", .may(.manageSurveys), show),
      .post("/surveys/{token}/preview", .may(.manageSurveys), showTyped),
    ]
  }

  /// A form without scripts comes back here with its answers in the address, and is thanked.
  private func show(_ request: Request, _ context: Context) async throws -> Response {
    let token = try context.parameters.require("token")
    guard let draft = try await drafts.draft(of: token) else { throw Problem.notFound }
    return try await page(draft.definition, of: draft.survey, request, context)
  }

  /// What the builder's form says just now, before it is saved.
  private func showTyped(_ request: Request, _ context: Context) async throws -> Response {
    let token = try context.parameters.require("token")
    guard let draft = try await drafts.draft(of: token) else { throw Problem.notFound }
    let fields = try await request.form().forListening
    var definition = draft.definition
    if let key = try request.queryFields["step"], Question.isKey(key) {
      definition.put(
        QuestionForm(fields, of: definition.question(key), key: key, in: definition).question
      )
    } else {
      SurveyForm.put(fields, into: &definition)
    }
    return try await page(definition, of: draft.survey, request, context)
  }

  private func page(
    _ definition: SurveyDefinition,
    of survey: Survey,
    _ request: Request,
    _ context: Context
  ) async throws -> Response {
    let fields = try request.queryFields
    let visit = RespondVisit(
      survey: definition,
      language: definition.language(for: fields["in"].flatMap(Language.init(rawValue:))),
      link: RespondLink(
        token: survey.token,
        query: fields["in"].map { "in=\($0)" },
        isTrial: true
      ),
      asker: RespondAsker(try await business.current())
    )
    let step = fields["step"].map { [FormField(name: "step", value: $0)] } ?? []
    let isSent = fields["form.submission"] != nil
    let version = SurveyVersion(number: survey.version ?? 1, definition: definition)
    let document =
      isSent
      ? RespondThanksPage(visit).document
      : RespondPage(version, visit, form: .empty(query: step, at: clock.now())).document
    return document.response(
      to: request,
      headers: [.contentSecurityPolicy: ContentPolicy.text(shownBy: "'self'")]
    )
  }
}
