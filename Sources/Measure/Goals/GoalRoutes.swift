import Access
import HTTPTypes
import Hummingbird
import Kernel
import Listen
import Web

/// Setting what a measure should reach; a goal is the business's, whatever part is looked at.
struct GoalRoutes: Sendable {
  let questions: QuestionStore
  let business: BusinessDirectory
  let frame: Frame
  let now: @Sendable () -> Instant

  var routes: [Route] {
    [
      .get(GoalPage.path, .may(.manageBusiness), show),
      .post(GoalPage.path, .may(.manageBusiness), set),
    ]
  }

  private func show(_ request: Request, _ context: Context) async throws -> Response {
    let fields = try request.queryFields
    let option = try await option(fields)
    let page = GoalPage(
      option,
      now: try await business.current().goals[option.address],
      back: Self.back(fields),
      csrf: context.csrf,
      in: context.language
    )
    return try await show(page, request, context)
  }

  /// An empty field takes the goal away.
  private func set(_ request: Request, _ context: Context) async throws -> Response {
    guard let identity = context.identity else { throw Problem.forbidden }
    let fields = try await request.form()
    let option = try await option(fields)
    let typed = fields["goal"] ?? ""
    let back = Self.back(fields)
    let isRemoved = typed.allSatisfy(\.isWhitespace) || fields["remove"] != nil
    let goal = isRemoved ? nil : GoalText.value(of: typed, within: option.measure.limits)
    guard isRemoved || goal != nil else {
      let page = GoalPage(
        option,
        now: try await business.current().goals[option.address],
        typed: String(typed.prefix(40)),
        back: back,
        csrf: context.csrf,
        in: context.language
      )
      return try await show(page, request, context, status: .unprocessableContent)
    }
    try await business.set(goal: goal, of: option.address, by: identity.actor, at: now())
    return .redirect(to: back.isEmpty ? "/" : "/?\(back)", type: .normal)
  }

  /// Only what the business measures can have a goal.
  private func option(_ fields: FormFields) async throws -> MeasureOption {
    let options = MeasureOption.all(of: try await questions.scored())
    guard let option = options.first(where: { $0.address == fields["measure"] }) else {
      throw Problem.notFound
    }
    return option
  }

  /// A query that the overview understands, so that the way back leads nowhere else.
  private static func back(_ fields: FormFields) -> String {
    guard let query = FormFields(urlEncoded: Array((fields["back"] ?? "").utf8)) else { return "" }
    return OverviewRequest(query).query
  }

  private func show(
    _ page: GoalPage,
    _ request: Request,
    _ context: Context,
    status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    try await frame.response(
      page.title,
      current: "home",
      stylesheets: [OverviewPage.styles],
      body: page.html,
      to: request,
      context,
      status: status
    )
  }
}
