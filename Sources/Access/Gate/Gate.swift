import HTTPTypes
package import Hummingbird
package import Kernel
import Logging
import NIOCore
import Storage
package import Web

/// Stands before every route: finds out who calls, lets through who may, turns others away.
package struct Gate: Sendable {
  /// Finds the caller by bearer token or session cookie; nil for visitors.
  let identify: @Sendable (Request, Context) async throws -> Identity?
  let ownOrigin: OwnOrigin

  /// The business's own language, for those who wish for none that we speak.
  let ownLanguage: @Sendable () -> Language

  package init(
    ownOrigin: OwnOrigin,
    ownLanguage: @escaping @Sendable () -> Language = { .english },
    identify: @escaping @Sendable (Request, Context) async throws -> Identity?
  ) {
    self.ownOrigin = ownOrigin
    self.ownLanguage = ownLanguage
    self.identify = identify
  }

  func answer(_ request: Request, _ context: Context, by route: Route) async throws -> Response {
    var context = context
    if !route.isForMachines { context.language = Language.wished(by: request) ?? ownLanguage() }
    do {
      var response = try await admit(request, context, to: route)
      if !route.isForMachines, route.clearance != .anyone { request.keepLanguage(in: &response) }
      return response
    } catch let problem as Problem {
      return refuse(request, context, at: route, problem)
    } catch let unavailable as StorageUnavailable {
      context.logger.error("the store is unavailable", metadata: ["reason": "\(unavailable)"])
      return refuse(request, context, at: route, .unavailable)
    } catch is PasswordDesk.Busy {
      return refuse(request, context, at: route, .tooManyPasswords)
    }
  }

  private func admit(
    _ request: Request,
    _ context: Context,
    to route: Route
  ) async throws -> Response {
    switch route.clearance {
    case .anyone:
      return try await route.handler(request, context)
    case .visitor:
      if route.changes, !ownOrigin.sent(request) { throw Problem.foreignForm }
      var context = context
      context.identity = try await identify(request, context)
      return try await route.handler(request, context)
    case .signedIn, .may:
      var context = context
      context.identity = try await identify(request, context)
      guard let identity = context.identity else {
        return try await turnAway(request, context, at: route)
      }
      try check(identity, for: route.clearance)
      switch try await checkForm(of: request, from: identity, at: route) {
      case .ours(let request): return try await route.handler(request, context)
      case .older(let form):
        return KeptFormPage(form, csrf: context.csrf, in: context.language).document
          .response(to: request, status: .conflict)
      }
    }
  }

  private func check(_ identity: Identity, for clearance: Clearance) throws {
    switch (clearance, identity) {
    case (.may(let permission), _) where !identity.may(permission):
      throw Problem.forbidden
    case (.signedIn, .token):
      throw Problem.forbidden
    default:
      break
    }
  }

  /// Visitors of pages are asked to sign in and brought back, with what they wrote; programs are
  /// told to send a token, scripts of our pages that nobody is signed in.
  private func turnAway(
    _ request: Request,
    _ context: Context,
    at route: Route
  ) async throws -> Response {
    if route.isForMachines {
      var response = Problem.unauthenticated.response
      response.headers[.wwwAuthenticate] = "Bearer"
      return response
    }
    guard route.changes else {
      return .redirect(to: SignInLink(then: request.uri.string).href, type: .normal)
    }
    if request.headers[Self.csrfHeader] != nil { return Problem.unauthenticated.response }
    if ownOrigin.surelySent(request),
      let bytes = try? await request.bytes(limit: 2 * Limits.keptFormBytesMax),
      let form = KeptForm(request, bytes)
    {
      return SignInPage(context.language, then: "/", kept: form).document
        .response(to: request, status: .unauthorized)
    }
    return .redirect(to: SignInLink(then: nil).href, type: .normal)
  }

  private func refuse(
    _ request: Request,
    _ context: Context,
    at route: Route,
    _ problem: Problem
  ) -> Response {
    route.isForMachines
      ? problem.response : RefusalPage(problem, in: context.language).response(to: request)
  }
}

// MARK: - Forms

extension Gate {
  private enum CheckedForm {
    /// With its body read and put back whole.
    case ours(Request)

    /// From a page of ours that was opened in an earlier session.
    case older(KeptForm)
  }

  /// Makes sure that a change asked for with a session comes from one of our own pages.
  ///
  /// A token's calls need no proof: no browser sends a bearer token by itself. The body is read to
  /// find the form's token and handed on whole.
  private func checkForm(
    of request: Request,
    from identity: Identity,
    at route: Route
  ) async throws -> CheckedForm {
    guard route.changes, case .person(let person) = identity else { return .ours(request) }
    guard ownOrigin.sent(request) else { throw Problem.foreignForm }
    if route.takesUpload { return .ours(request) }
    if let sent = request.headers[Self.csrfHeader] {
      guard Secret.areEqual(sent, person.csrf) else { throw Problem.foreignForm }
      return .ours(request)
    }
    let type = request.headers[.contentType] ?? ""
    let isPlain = type.lowercased().hasPrefix("application/x-www-form-urlencoded")
    guard isPlain || type.lowercased().hasPrefix("multipart/form-data") else {
      throw Problem.foreignForm
    }
    let bytes = try await request.bytes(limit: route.formBytesMax)
    let fields =
      isPlain
      ? FormFields(urlEncoded: bytes) : MultipartForm(bytes, contentType: type)?.fields
    guard let sent = fields?["csrf"] else { throw Problem.foreignForm }
    guard Secret.areEqual(sent, person.csrf) else {
      guard ownOrigin.surelySent(request), let form = KeptForm(request, bytes) else {
        throw Problem.foreignForm
      }
      return .older(form)
    }
    var request = request
    request.body = RequestBody(buffer: ByteBuffer(bytes: bytes))
    return .ours(request)
  }

  private static let csrfHeader: HTTPField.Name = {
    guard let name = HTTPField.Name("X-CSRF-Token") else {
      preconditionFailure("a header's name must be a token")
    }
    return name
  }()
}

extension Problem {
  package static let unauthenticated = Problem(
    .unauthorized,
    code: "unauthenticated",
    title: "Not signed in",
    detail: "Send an API token as Authorization: Bearer, or sign in."
  )

  package static let forbidden = Problem(
    .forbidden,
    code: "forbidden",
    title: "Not allowed",
    detail: "Your role or token does not allow this. Ask an owner for the permission or scope."
  )

  /// The queue before `PasswordDesk` is full.
  static let tooManyPasswords = Problem(
    .serviceUnavailable,
    code: "too_many_sign_ins",
    title: "Too many sign-ins at once",
    detail: "More people are signing in than can be checked (passwordChecksWaitingMax). Try again.",
    retryAfter: 5
  )

  static let foreignForm = Problem(
    .forbidden,
    code: "foreign_form",
    title: "Not sent from our own page",
    detail: "The form's token is missing or old. Open the page again and send it from there."
  )
}
