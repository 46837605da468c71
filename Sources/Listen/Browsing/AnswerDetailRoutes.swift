import Access
import HTTPTypes
import Hummingbird
import Kernel
import Web

/// One answer for people: seen, moved to another state, erased; and several moved at once.
struct AnswerDetailRoutes: Sendable {
  let details: AnswerDetailStore
  let list: AnswerListStore
  let scope: AnswerScopeDirectory
  let answers: AnswerStore
  let erasures: AnswerErasureStore
  let business: BusinessDirectory
  let frame: Frame

  var routes: [Route] {
    let path = AnswerListRequest.path
    return [
      .get("\(path)/{answer}", .may(.readAnswers), show),
      .post("\(path)/states", .may(.writeAnswers), handleSeveral),
      .post("\(path)/{answer}/state", .may(.writeAnswers), handle),
      .get("\(path)/{answer}/erasure", .may(.eraseAnswers), askToErase),
      .post("\(path)/{answer}/erasure", .may(.eraseAnswers), erase),
    ]
  }

  private func show(_ request: Request, _ context: Context) async throws -> Response {
    let publicID = try context.parameters.require("answer")
    let fields = try request.queryFields
    let asked = AnswerListRequest(fields)
    guard let detail = try await details.detail(publicID) else {
      return try await erased(publicID, request, context)
    }
    let near = try await list.neighbours(
      of: detail.position,
      asked.filter,
      in: asked.filter.needsScope ? try await scope.current() : AnswerScope()
    )
    let words = try await words(context)
    let permissions = context.identity?.permissions ?? []
    let shown = AnswerDetailPage.Shown(
      detail: detail,
      request: asked,
      newer: near.newer,
      older: near.older,
      mayHandle: permissions.contains(.writeAnswers),
      mayErase: permissions.contains(.eraseAnswers),
      csrf: context.csrf,
      notice: fields["changed"] == "1" ? words["saved"] : nil
    )
    return try await respond(AnswerDetailPage(shown, words).html, to: request, context)
  }

  /// `POST /answers/states`: those that cannot get there stay as they are.
  private func handleSeveral(_ request: Request, _ context: Context) async throws -> Response {
    guard let identity = context.identity else { throw Problem.forbidden }
    let form = try await request.form()
    let picked = Array(form.all("id").prefix(Limits.bulkAnswersMax))
    guard let state = form["state"].flatMap(AnswerState.init) else { throw Problem.notFound }
    let count = try await answers.handle(picked, state: state, kept: nil, by: identity.actor)
    let back = Self.view(form)
    return .redirect(to: back.href(with: [("changed", String(count))]), type: .normal)
  }

  private func handle(_ request: Request, _ context: Context) async throws -> Response {
    guard let identity = context.identity else { throw Problem.forbidden }
    let publicID = try context.parameters.require("answer")
    let form = try await request.form()
    let kept: Bool? =
      switch form["kept"] {
      case "yes": true
      case "no": false
      default: nil
      }
    let count = try await answers.handle(
      [publicID],
      state: form["state"].flatMap(AnswerState.init),
      kept: kept,
      by: identity.actor
    )
    let path = "\(AnswerListRequest.path)/\(FormFields.encoded(publicID))"
    return .redirect(
      to: Self.view(form).href(path, with: count > 0 ? [("changed", "1")] : []),
      type: .normal
    )
  }

  /// The list that a form was sent from.
  private static func view(_ form: FormFields) -> AnswerListRequest {
    AnswerListRequest(FormFields(urlEncoded: Array((form["back"] ?? "").utf8)) ?? FormFields([]))
  }

  private func askToErase(_ request: Request, _ context: Context) async throws -> Response {
    let publicID = try context.parameters.require("answer")
    guard let detail = try await details.detail(publicID) else {
      return try await erased(publicID, request, context)
    }
    let page = ErasurePage(detail, csrf: context.csrf, try await words(context))
    return try await respond(page.html, to: request, context)
  }

  private func erase(_ request: Request, _ context: Context) async throws -> Response {
    guard let identity = context.identity else { throw Problem.forbidden }
    let publicID = try context.parameters.require("answer")
    guard try await erasures.erase(publicID, by: identity.actor) != .unknown else {
      throw Problem.notFound
    }
    let path = "\(AnswerListRequest.path)/\(FormFields.encoded(publicID))"
    return .redirect(to: path, type: .normal)
  }

  /// Says that an answer was erased, to whoever comes back to it.
  ///
  /// - Parameter count: how many answers of the same person went with it, when that was just done.
  func erased(
    _ publicID: String,
    with count: Int? = nil,
    _ request: Request,
    _ context: Context
  ) async throws -> Response {
    guard let moment = try await erasures.erasedAt(publicID) else { throw Problem.notFound }
    let page = ErasedPage(at: moment, with: count, try await words(context))
    return try await respond(page.html, to: request, context, status: .gone)
  }

  func words(_ context: Context) async throws -> AnswerWords {
    let business = try await business.current()
    return AnswerWords(context.language, zone: business.zone, calendar: business.calendar)
  }

  func respond(
    _ body: String,
    to request: Request,
    _ context: Context,
    status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    try await frame.response(
      Catalogue.of(context.language)["frame.answers"],
      current: "answers",
      stylesheets: [AnswerLook.styles],
      body: body,
      to: request,
      context,
      status: status
    )
  }
}
