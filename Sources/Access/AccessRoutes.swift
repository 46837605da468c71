import HTTPTypes
import Hummingbird
import Kernel
import Web

/// What the routes of access share.
struct AccessRooms: Sendable {
  let frame: Frame
  let accounts: AccountStore
  let sessions: SessionStore
  let setUp: SetUpStore
  let credentials: CredentialCheck
  let identities: IdentityStore
  let desk: PasswordDesk
  let cost: ScryptCost
  let now: @Sendable () -> Instant
  let ownOrigin: OwnOrigin
  let cookie: SessionCookie
  let trustsForwardedFor: Bool

  /// A bearer token is asked for first and alone: a program that sends a wrong one hears so.
  func identity(of request: Request, in context: Context) async throws -> Identity? {
    if let authorization = request.headers[.authorization] {
      let parts = authorization.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
      return try await identities.holder(of: Secret(text: String(parts[1]))).map(Identity.token)
    }
    guard let secret = cookie.secret(in: request) else { return nil }
    return try await identities.person(with: secret).map(Identity.person)
  }

  /// Where a request comes from, as far as it can be believed.
  func address(of request: Request, in context: Context) -> String? {
    guard trustsForwardedFor, let header = Self.forwardedFor.flatMap({ request.headers[$0] }),
      let last = header.split(separator: ",").last
    else { return context.remoteAddress }
    return String(last.filter { $0 != " " }.prefix(64))
  }

  /// Signs a person in: a new session in the place of the browser's old one, and the way on,
  /// or what they had written when their last session ended.
  func welcome(
    _ account: Account,
    from request: Request,
    _ context: Context,
    lasting life: SessionLife,
    then: String,
    kept: KeptForm? = nil
  ) async throws -> Response {
    let secret = Secret.random(byteCount: 32)
    let origin = SessionOrigin(
      address: address(of: request, in: context),
      browser: Browser(userAgent: request.headers[.userAgent])
    )
    try await sessions.open(
      for: account,
      with: secret,
      replacing: cookie.secret(in: request),
      from: origin,
      lasting: life,
      at: now()
    )
    var response =
      kept.map {
        KeptFormPage($0, csrf: secret.csrf, in: context.language).document.response(to: request)
      } ?? .redirect(to: then, type: .normal)
    response.setCookie(cookie.carrying(secret, for: life))
    return response
  }

  private static let forwardedFor = HTTPField.Name("X-Forwarded-For")
}
