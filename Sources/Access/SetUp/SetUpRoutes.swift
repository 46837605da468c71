import HTTPTypes
import Hummingbird
import Kernel
import Web

/// The one-time way to become the owner.
struct SetUpRoutes: Sendable {
  let rooms: AccessRooms

  /// `GET /setup/TOKEN`
  func show(_ request: Request, _ context: Context) async throws -> Response {
    let secret = Secret(text: try context.parameters.require("token"))
    guard try await rooms.setUp.isOpen(secret, at: rooms.now()) else {
      return spent(request, context)
    }
    return SetUpPage(context.language, action: Self.path(secret)).document.response(to: request)
  }

  /// `POST /setup/TOKEN`: the link is looked at first, so that nobody without it costs us a hash.
  func create(_ request: Request, _ context: Context) async throws -> Response {
    let secret = Secret(text: try context.parameters.require("token"))
    let fields = try await request.form()
    guard try await rooms.setUp.isOpen(secret, at: rooms.now()) else {
      return spent(request, context)
    }
    let form = SetUpForm(
      name: fields["name"] ?? "",
      email: fields["email"] ?? "",
      password: fields["password"] ?? ""
    )
    guard let accepted = form.accepted else {
      return SetUpPage(context.language, action: Self.path(secret), form: form).document
        .response(to: request, status: .unprocessableContent)
    }
    do {
      let owner = NewAccount(
        email: accepted.email,
        name: accepted.name,
        role: .owner,
        password: try await rooms.desk.hash(accepted.password, cost: rooms.cost)
      )
      let account = try await rooms.setUp.redeem(secret, for: owner, at: rooms.now())
      return try await rooms.welcome(
        account,
        from: request,
        context,
        lasting: .brief,
        then: BusinessRoutes.welcome
      )
    } catch is SetUpStore.LinkSpent {
      return spent(request, context)
    } catch AccountStore.Refusal.emailTaken {
      var form = form
      form.emailTrouble = "taken"
      return SetUpPage(context.language, action: Self.path(secret), form: form).document
        .response(to: request, status: .unprocessableContent)
    }
  }

  private func spent(_ request: Request, _ context: Context) -> Response {
    SetUpSpentPage(context.language).document.response(to: request, status: .gone)
  }

  private static func path(_ secret: Secret) -> String { "/setup/\(secret.text)" }
}
