import HTTPTypes
import Hummingbird
import Kernel
import Web

/// Coming in and going out.
struct SignInRoutes: Sendable {
  let rooms: AccessRooms

  /// `GET /sign-in?then=/surveys`
  func show(_ request: Request, _ context: Context) async throws -> Response {
    let then = SignInLink(then: request.uri.queryParameters["then"].map(String.init)).then
    if context.person != nil { return .redirect(to: then, type: .normal) }
    let troubles: [SignInPage.Trouble] = try await rooms.accounts.hasOwner() ? [] : [.noOwner]
    return SignInPage(context.language, then: then, troubles: troubles).document
      .response(to: request)
  }

  /// `POST /sign-in`: a wrong password and an unknown e-mail cost and say the same.
  func signIn(_ request: Request, _ context: Context) async throws -> Response {
    let form = SignInForm(try await request.form())
    guard form.troubles.isEmpty else { return refuse(form, form.troubles, request, context) }
    let address = rooms.address(of: request, in: context)
    switch try await rooms.credentials.verdict(on: form.email, form.password, from: address) {
    case .wait(let wait): return refuse(form, [.wait(wait)], request, context)
    case .wrong: return refuse(form, [.wrong], request, context)
    case .right(let account):
      return try await rooms.welcome(
        account,
        from: request,
        context,
        lasting: form.stay ? .long : .brief,
        then: form.then,
        kept: form.kept
      )
    }
  }

  /// `POST /sign-out`
  func signOut(_ request: Request, _ context: Context) async throws -> Response {
    if let person = context.person {
      try await rooms.sessions.end(.one(person.session), of: person, at: rooms.now())
    }
    var response = Response.redirect(to: SignInLink.path, type: .normal)
    response.setCookie(rooms.cookie.gone)
    return response
  }

  private func refuse(
    _ form: SignInForm,
    _ troubles: [SignInPage.Trouble],
    _ request: Request,
    _ context: Context
  ) -> Response {
    var status = HTTPResponse.Status.unprocessableContent
    var headers: HTTPFields = [:]
    if case .wait(let wait)? = troubles.first {
      status = .tooManyRequests
      headers[.retryAfter] = String(wait.secondsRoundedUp)
    }
    return SignInPage(
      context.language,
      then: form.then,
      email: form.email,
      stay: form.stay,
      troubles: troubles,
      kept: form.kept
    ).document.response(to: request, status: status, headers: headers)
  }
}

/// What the form to sign in sends.
struct SignInForm: Sendable {
  let email: String
  let password: String
  let then: String
  let stay: Bool
  let kept: KeptForm?

  init(_ fields: FormFields) {
    email = fields["email"] ?? ""
    password = fields["password"] ?? ""
    then = SignInLink(then: fields["then"]).then
    stay = fields["stay"] == "yes"
    kept = KeptForm(carriedBy: fields)
  }

  /// What is missing, in the order of the page.
  var troubles: [SignInPage.Trouble] {
    var troubles: [SignInPage.Trouble] = []
    if email.allSatisfy(\.isWhitespace) { troubles.append(.emailMissing) }
    if password.isEmpty { troubles.append(.passwordMissing) }
    return troubles
  }
}
