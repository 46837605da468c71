import HTTPTypes
import Hummingbird
import Kernel
import Web

/// What people do with their own account.
struct AccountRoutes: Sendable {
  let rooms: AccessRooms

  static let path = "/account"

  /// `GET /account`
  func show(_ request: Request, _ context: Context) async throws -> Response {
    try await page(request, context)
  }

  /// `POST /account/sessions/12/ending`: another's session is left alone, without a word about it.
  func endSession(_ request: Request, _ context: Context) async throws -> Response {
    guard let number = context.parameters.get("session", as: Int64.self) else {
      throw Problem.notFound
    }
    return try await end(.one(Session.ID(rawValue: number)), context)
  }

  /// `POST /account/other-sessions/ending`
  func endOtherSessions(_ request: Request, _ context: Context) async throws -> Response {
    try await end(.allButThis, context)
  }

  /// `POST /account/password`: attempts are throttled like those to sign in, since whoever sits at
  /// an open browser could guess here.
  func changePassword(_ request: Request, _ context: Context) async throws -> Response {
    guard let person = context.person, let email = EmailAddress(person.email) else {
      throw Problem.forbidden
    }
    let form = try await request.form()
    let chosen: Password
    do throws(Password.Refusal) {
      chosen = try Password(choosing: form["password"] ?? "", for: email)
    } catch {
      return try await page(request, context, .refused(error), .unprocessableContent)
    }
    let address = rooms.address(of: request, in: context)
    let current = form["current"] ?? ""
    switch try await rooms.credentials.verdict(on: email.text, current, from: address) {
    case .wait(let wait):
      return try await page(request, context, .wait(wait), .tooManyRequests)
    case .wrong:
      return try await page(request, context, .currentWrong, .unprocessableContent)
    case .right:
      try await change(email, to: chosen, by: person)
      return try await page(request, context, .changed)
    }
  }

  /// The new password is asked for everywhere but in this browser.
  private func change(
    _ email: EmailAddress,
    to chosen: Password,
    by person: Identity.Person
  ) async throws {
    try await rooms.accounts.setPassword(
      of: email,
      to: try await rooms.desk.hash(chosen, cost: rooms.cost),
      sparing: person.session,
      by: .person(person.account, named: person.name),
      at: rooms.now()
    )
  }

  private func end(_ ending: SessionEnding, _ context: Context) async throws -> Response {
    guard let person = context.person else { throw Problem.forbidden }
    try await rooms.sessions.end(ending, of: person, at: rooms.now())
    return .redirect(to: Self.path, type: .normal)
  }

  private func page(
    _ request: Request,
    _ context: Context,
    _ outcome: AccountPage.Outcome? = nil,
    _ status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    guard let person = context.person else { throw Problem.forbidden }
    let now = rooms.now()
    let sessions = try await rooms.sessions.open(of: person.account, at: now)
    let page = AccountPage(person, sessions, in: context.language, at: now, outcome: outcome)
    return try await rooms.frame.response(
      page.title,
      current: "account",
      body: page.html,
      to: request,
      context,
      status: status
    )
  }
}
