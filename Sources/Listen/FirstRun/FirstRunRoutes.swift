import Access
import HTTPTypes
import Hummingbird
import Kernel
import Web

/// From a new house to its first answer: the question, its code, and the page that waits.
struct FirstRunRoutes: Sendable {
  let store: FirstRunStore
  let directory: SurveyDirectory
  let frame: Frame
  let ownOrigin: OwnOrigin

  static let path = "/first-answer"

  var routes: [Route] {
    [
      .get(Self.path, .may(.readAnswers), show),
      .get("\(Self.path)/code.svg", .may(.readSurveys), code),
    ]
  }

  /// Where nothing takes answers there is nothing to wait for.
  private func show(_ request: Request, _ context: Context) async throws -> Response {
    guard let survey = try await survey() else { return .redirect(to: "/", type: .normal) }
    let page = FirstRunPage(
      survey.version.definition,
      at: link(to: survey, request),
      token: survey.survey.token,
      answer: try await store.firstAnswer(to: survey.survey.id),
      mayInvite: context.identity?.may(.manageAccess) ?? false,
      in: context.language
    )
    return try await frame.response(
      page.title,
      current: "home",
      stylesheets: [FirstRunPage.styles],
      scripts: [FirstRunPage.script],
      refresh: page.isWaiting ? 5 : nil,
      body: page.html,
      to: request,
      context
    )
  }

  /// The code as a file, to print.
  private func code(_ request: Request, _ context: Context) async throws -> Response {
    guard let survey = try await survey(),
      let drawing = QRCode.svg(
        of: link(to: survey, request),
        title: survey.version.definition.title.text(in: context.language, fallback: .english)
      )
    else { throw Problem.notFound }
    return Response(
      text: drawing,
      to: request,
      headers: [
        .contentType: "image/svg+xml", .contentDisposition: "attachment; filename=\"qr.svg\"",
        .cacheControl: "no-store",
      ]
    )
  }

  private func survey() async throws -> OpenSurvey? {
    guard let token = try await store.token() else { return nil }
    return try await directory.open(token)
  }

  private func link(to survey: OpenSurvey, _ request: Request) -> String {
    "\(ownOrigin.address(calledBy: request))/s/\(survey.survey.token)"
  }
}
