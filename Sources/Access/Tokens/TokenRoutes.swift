import HTTPTypes
import Hummingbird
import Kernel
import Web

/// The keys of programs, for those who decide about them.
struct TokenRoutes: Sendable {
  let tokens: TokenStore
  let business: BusinessDirectory
  let frame: Frame
  let now: @Sendable () -> Instant

  static let path = "/settings/tokens"

  var routes: [Route] {
    [
      .get(Self.path, .may(.manageAccess), show),
      .post(Self.path, .may(.manageAccess), create),
      .post("\(Self.path)/{token}/revocation", .may(.manageAccess), revoke),
    ]
  }

  private func show(_ request: Request, _ context: Context) async throws -> Response {
    try await page(request, context)
  }

  /// The secret follows from the form's own number, so the same form sent twice makes one token.
  private func create(_ request: Request, _ context: Context) async throws -> Response {
    guard let actor = context.identity?.actor else { throw Problem.forbidden }
    let form = TokenForm(try await request.form())
    guard form.troubles.isEmpty, let name = PersonName(form.name)?.text,
      let secret = Secret.made(for: form.nonce, by: context.csrf, byteCount: 32)
    else { return try await page(request, context, form, status: .unprocessableContent) }
    let made = try await tokens.create(
      named: name,
      scopes: form.scopes,
      secret: secret,
      by: actor,
      at: now()
    )
    return try await page(request, context, secret: made.secret)
  }

  private func revoke(_ request: Request, _ context: Context) async throws -> Response {
    guard let number = context.parameters.get("token", as: Int64.self),
      let actor = context.identity?.actor
    else { throw Problem.notFound }
    do {
      _ = try await tokens.revoke(APIToken.ID(rawValue: number), by: actor, at: now())
      return .redirect(to: SettingsNotice.revoked.href(on: Self.path), type: .normal)
    } catch is TokenStore.NotThere {
      return .redirect(to: SettingsNotice.gone.href(on: Self.path), type: .normal)
    }
  }

  private func page(
    _ request: Request,
    _ context: Context,
    _ form: TokenForm = TokenForm(),
    secret: String? = nil,
    status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let page = TokenPage(
      try await tokens.all(),
      form: form,
      secret: secret,
      csrf: context.csrf,
      days: DayWriter(of: try await business.current(), in: context.language)
    )
    return try await frame.settings(
      page.title,
      tab: "tokens",
      scripts: [AccessLook.copying],
      body: page.html,
      to: request,
      context,
      status: status
    )
  }
}

/// What the form that makes a token sends; troubles are their messages' keys.
struct TokenForm: Sendable {
  var name = ""
  var scopes: Set<Scope> = []
  var nameTrouble: String?
  var scopeTrouble: String?
  let nonce: String

  init() { nonce = Secret.random(byteCount: 16).text }

  init(_ fields: FormFields) {
    name = fields["name"] ?? ""
    scopes = Set(fields.all("scope").compactMap(Scope.init(rawValue:)))
    nonce = fields["nonce"] ?? ""
    if PersonName(name) == nil {
      nameTrouble = name.allSatisfy(\.isWhitespace) ? "tokens.name.missing" : "access.name.unfit"
    }
    if scopes.isEmpty { scopeTrouble = "tokens.scope.missing" }
  }

  var troubles: [String] { [nameTrouble, scopeTrouble].compactMap(\.self) }
}
