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
    [.get("/surveys/{token}/preview", .may(.manageSurveys), show)]
  }

  /// A form without scripts comes back here with its answers in the address, and is thanked.
  private func show(_ request: Request, _ context: Context) async throws -> Response {
    let token = try context.parameters.require("token")
    guard let draft = try await drafts.draft(of: token) else { throw Problem.notFound }
    let fields = try request.queryFields
    let definition = draft.definition
    let visit = RespondVisit(
      survey: definition,
      language: definition.language(for: fields["in"].flatMap(Language.init(rawValue:))),
      link: RespondLink(
        token: token,
        query: fields["in"].map { "in=\($0)" },
        isTrial: true
      ),
      asker: RespondAsker(try await business.current())
    )
    let step = fields["step"].map { [FormField(name: "step", value: $0)] } ?? []
    let isSent = fields["form.submission"] != nil
    let version = SurveyVersion(number: draft.survey.version ?? 1, definition: definition)
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
