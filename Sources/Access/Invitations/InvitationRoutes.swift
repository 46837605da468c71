import HTTPTypes
import Hummingbird
import Kernel
import Web

/// The one-time way in for somebody who was invited.
struct InvitationRoutes: Sendable {
  let rooms: AccessRooms
  let invitations: InvitationStore

  var routes: [Route] {
    [
      .get("/join/{token}", .visitor, show),
      .post("/join/{token}", .visitor, join),
    ]
  }

  static func path(_ secret: Secret) -> String { "/join/\(secret.text)" }

  /// `GET /join/TOKEN`: looking at a link does not spend it, for mail scanners look too.
  private func show(_ request: Request, _ context: Context) async throws -> Response {
    let secret = Secret(text: try context.parameters.require("token"))
    guard let invitation = try await invitations.invitation(with: secret, at: rooms.now()) else {
      return spent(request, context)
    }
    return JoinPage(invitation, action: Self.path(secret), in: context.language).document
      .response(to: request)
  }

  /// `POST /join/TOKEN`: the link is looked at first, so that nobody without it costs us a hash.
  private func join(_ request: Request, _ context: Context) async throws -> Response {
    let secret = Secret(text: try context.parameters.require("token"))
    let fields = try await request.form()
    guard let invitation = try await invitations.invitation(with: secret, at: rooms.now()) else {
      return spent(request, context)
    }
    let form = SetUpForm(
      name: fields["name"] ?? "",
      email: invitation.email.text,
      password: fields["password"] ?? ""
    )
    guard let accepted = form.accepted else {
      return JoinPage(
        invitation,
        action: Self.path(secret),
        form: form,
        in: context.language
      ).document.response(to: request, status: .unprocessableContent)
    }
    do {
      let account = try await invitations.redeem(
        secret,
        named: accepted.name,
        password: try await rooms.desk.hash(accepted.password, cost: rooms.cost),
        at: rooms.now()
      )
      return try await rooms.welcome(account, from: request, context, lasting: .brief, then: "/")
    } catch is InvitationStore.LinkSpent {
      return spent(request, context)
    } catch AccountStore.Refusal.emailTaken {
      return spent(request, context)
    }
  }

  private func spent(_ request: Request, _ context: Context) -> Response {
    SetUpSpentPage(context.language).document.response(to: request, status: .gone)
  }
}
