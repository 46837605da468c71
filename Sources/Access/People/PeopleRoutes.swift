import HTTPTypes
import Hummingbird
import Kernel
import Web

/// Who may come in and what they may do, for those who decide it.
struct PeopleRoutes: Sendable {
  let rooms: AccessRooms
  let invitations: InvitationStore
  let business: BusinessDirectory

  static let path = "/settings/people"

  var routes: [Route] {
    [
      .get(Self.path, .may(.manageAccess), show),
      .post("\(Self.path)/invitations", .may(.manageAccess), invite),
      .post("\(Self.path)/invitations/{invitation}/withdrawal", .may(.manageAccess), withdraw),
      .post("\(Self.path)/{person}/role", .may(.manageAccess), changeRole),
      .post("\(Self.path)/{person}/removal", .may(.manageAccess), remove),
    ]
  }

  private func show(_ request: Request, _ context: Context) async throws -> Response {
    try await page(request, context)
  }

  /// The link follows from the form's own number, so the same form sent twice shows the same link.
  private func invite(_ request: Request, _ context: Context) async throws -> Response {
    guard let actor = context.identity?.actor else { throw Problem.forbidden }
    var form = InvitationForm(try await request.form())
    guard let email = form.address, let role = form.role, let secret = form.secret(context.csrf)
    else { return try await page(request, context, form, status: .unprocessableContent) }
    do {
      try await invitations.invite(email, as: role, with: secret, by: actor, at: rooms.now())
    } catch AccountStore.Refusal.emailTaken {
      form.trouble = "taken"
      return try await page(request, context, form, status: .unprocessableContent)
    } catch is InvitationStore.Full {
      form.trouble = "full"
      return try await page(request, context, form, status: .unprocessableContent)
    }
    let link = rooms.ownOrigin.address(calledBy: request) + InvitationRoutes.path(secret)
    return try await page(request, context, link: (link, email.text))
  }

  private func withdraw(_ request: Request, _ context: Context) async throws -> Response {
    guard let number = context.parameters.get("invitation", as: Int64.self),
      let actor = context.identity?.actor
    else { throw Problem.notFound }
    let id = Invitation.ID(rawValue: number)
    let isDone = try await invitations.withdraw(id, by: actor, at: rooms.now())
    return back(isDone ? .withdrawn : .gone)
  }

  private func changeRole(_ request: Request, _ context: Context) async throws -> Response {
    let role = try await request.form()["role"].flatMap(Role.init(rawValue:))
    return try await change(context, to: .saved) { account, actor in
      guard let role else { throw Problem.notFound }
      try await rooms.accounts.setRole(of: account, to: role, by: actor, at: rooms.now())
    }
  }

  private func remove(_ request: Request, _ context: Context) async throws -> Response {
    try await change(context, to: .removed) { account, actor in
      try await rooms.accounts.remove(account, by: actor, at: rooms.now())
    }
  }

  /// Whoever changed themselves may no longer see this page: the start shows what is left.
  private func change(
    _ context: Context,
    to notice: SettingsNotice,
    _ body: (Account.ID, AuditEntry.Actor) async throws -> Void
  ) async throws -> Response {
    guard let number = context.parameters.get("person", as: Int64.self), let person = context.person
    else { throw Problem.notFound }
    let account = Account.ID(rawValue: number)
    do {
      try await body(account, .person(person.account, named: person.name))
    } catch AccountStore.Refusal.lastOwner {
      return back(.lastOwner)
    } catch AccountStore.Refusal.gone {
      return back(.gone)
    }
    return account == person.account ? .redirect(to: "/", type: .normal) : back(notice)
  }

  private func back(_ notice: SettingsNotice) -> Response {
    .redirect(to: notice.href(on: Self.path), type: .normal)
  }

  private func page(
    _ request: Request,
    _ context: Context,
    _ form: InvitationForm = InvitationForm(),
    link: (text: String, email: String)? = nil,
    status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    guard let person = context.person else { throw Problem.forbidden }
    let now = rooms.now()
    let page = PeoplePage(
      try await rooms.accounts.all(),
      try await invitations.open(at: now),
      seenBy: person,
      form: form,
      link: link,
      days: DayWriter(of: try await business.current(), in: context.language)
    )
    return try await rooms.frame.settings(
      page.title,
      tab: "people",
      scripts: [AccessLook.copying],
      body: page.html,
      to: request,
      context,
      status: status
    )
  }
}

/// What the form that invites somebody sends; its trouble is the last part of a message's key.
struct InvitationForm: Sendable {
  var email = ""
  var role: Role? = .agent
  var trouble: String?
  let nonce: String

  init() { nonce = Secret.random(byteCount: 16).text }

  init(_ fields: FormFields) {
    email = fields["email"] ?? ""
    role = fields["role"].flatMap(Role.init(rawValue:))
    nonce = fields["nonce"] ?? ""
    if EmailAddress(email) == nil {
      trouble = email.allSatisfy(\.isWhitespace) ? "missing" : "invalid"
    }
  }

  var address: EmailAddress? { EmailAddress(email) }

  /// Nil for a form that is not ours.
  func secret(_ csrf: String) -> Secret? { Secret.made(for: nonce, by: csrf, byteCount: 16) }
}
