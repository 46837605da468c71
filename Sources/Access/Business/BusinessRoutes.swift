import HTTPTypes
import Hummingbird
import Kernel
import Web

/// Saying what the business is: first when the house is new, then among the settings.
struct BusinessRoutes: Sendable {
  let business: BusinessDirectory
  let frame: Frame

  let afterWelcome: Access.Onward
  let now: @Sendable () -> Instant

  static let welcome = "/welcome"
  static let settings = "/settings"

  var routes: [Route] {
    [
      .get(Self.welcome, .may(.manageBusiness), showWelcome),
      .post(Self.welcome, .may(.manageBusiness), setWelcome).taking(bytes: Limits.logoFormBytesMax),
      .get(Self.settings, .may(.manageBusiness), showSettings),
      .post(Self.settings, .may(.manageBusiness), setSettings)
        .taking(bytes: Limits.logoFormBytesMax),
    ]
  }

  private func showWelcome(_ request: Request, _ context: Context) async throws -> Response {
    let known = try await business.current()
    let form =
      try await business.isSet()
      ? BusinessForm(known) : BusinessForm(guessedFor: context.language, in: known)
    return welcomePage(form, logo: known.logoPath, to: request, context)
  }

  private func setWelcome(_ request: Request, _ context: Context) async throws -> Response {
    let known = try await business.current()
    if let refused = try await set(request, context, instead: known) {
      return welcomePage(
        refused,
        logo: known.logoPath,
        to: request,
        context,
        status: .unprocessableContent
      )
    }
    guard let actor = context.identity?.actor else { throw Problem.forbidden }
    let next = try await afterWelcome(business.current(), actor)
    return .redirect(to: next, type: .normal)
  }

  private func showSettings(_ request: Request, _ context: Context) async throws -> Response {
    let known = try await business.current()
    return try await settingsPage(BusinessForm(known), logo: known.logoPath, to: request, context)
  }

  private func setSettings(_ request: Request, _ context: Context) async throws -> Response {
    let known = try await business.current()
    if let refused = try await set(request, context, instead: known) {
      return try await settingsPage(
        refused,
        logo: known.logoPath,
        to: request,
        context,
        status: .unprocessableContent
      )
    }
    return .redirect(to: SettingsNotice.saved.href(on: Self.settings), type: .normal)
  }

  /// Takes what was sent, or gives it back with what was wrong.
  private func set(
    _ request: Request,
    _ context: Context,
    instead known: Business
  ) async throws -> BusinessForm? {
    guard let actor = context.identity?.actor else { throw Problem.forbidden }
    let sent = try await request.formWithFiles(limit: Limits.logoFormBytesMax)
    var form = BusinessForm({ sent.fields[$0] }, instead: known)
    var logo = BusinessStore.LogoChange.kept
    if let file = sent.file("logo") {
      do throws(LogoImage.Refusal) {
        logo = .replaced(by: try LogoImage(file.bytes))
      } catch {
        form.logoTrouble = error.rawValue
      }
    } else if sent.fields["logo_removed"] == "yes" {
      logo = .removed
    }
    guard let accepted = form.business(keeping: known.logo) else { return form }
    try await business.set(accepted, logo: logo, by: actor, at: now())
    return nil
  }

  private func welcomePage(
    _ form: BusinessForm,
    logo: String?,
    to request: Request,
    _ context: Context,
    status: HTTPResponse.Status = .ok
  ) -> Response {
    let fields = BusinessFields(form, logo: logo, in: context.language)
    return WelcomePage(fields, csrf: context.csrf, in: context.language).document
      .response(to: request, status: status)
  }

  private func settingsPage(
    _ form: BusinessForm,
    logo: String?,
    to request: Request,
    _ context: Context,
    status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let fields = BusinessFields(form, logo: logo, in: context.language)
    let page = BusinessPage(fields, csrf: context.csrf, in: context.language)
    return try await frame.settings(
      page.title,
      tab: "business",
      body: page.html,
      to: request,
      context,
      status: status
    )
  }
}
