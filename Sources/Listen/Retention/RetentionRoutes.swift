import Access
import HTTPTypes
import Hummingbird
import Kernel
import Web

/// How long answers are kept, among the settings.
struct RetentionRoutes: Sendable {
  let store: RetentionStore
  let clock: BusinessClock
  let frame: Frame

  static let path = "/settings/retention"
  static let tab = SettingsTab("retention", path, for: .manageBusiness)

  var routes: [Route] {
    [
      .get(Self.path, .may(.manageBusiness), show),
      .post(Self.path, .may(.manageBusiness), save),
    ]
  }

  /// With a wish in its address, it tells what that would touch today.
  private func show(_ request: Request, _ context: Context) async throws -> Response {
    let fields = try request.queryFields
    return try await page(RetentionForm { fields[$0] }, to: request, context)
  }

  private func save(_ request: Request, _ context: Context) async throws -> Response {
    guard let actor = context.identity?.actor else { throw Problem.forbidden }
    let fields = try await request.form()
    let form = RetentionForm { fields[$0] }
    guard let policy = form?.policy else {
      return try await page(form, to: request, context, status: .unprocessableContent)
    }
    try await store.set(policy, by: actor, at: clock.now())
    return .redirect(to: SettingsNotice.saved.href(on: Self.path), type: .normal)
  }

  private func page(
    _ form: RetentionForm?,
    to request: Request,
    _ context: Context,
    status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let policy = try await store.policy()
    let today = clock.day(of: clock.now())
    let reach: RetentionStore.Reach? =
      if let wanted = form?.policy { try await store.reach(of: wanted, on: today) } else { nil }
    let page = RetentionPage(
      form ?? RetentionForm(policy),
      instead: policy,
      reach: reach,
      csrf: context.csrf,
      in: context.language
    )
    return try await frame.settings(
      page.title,
      tab: "retention",
      body: page.html,
      to: request,
      context,
      status: status
    )
  }
}
