import Access
import HTTPTypes
import Hummingbird
import Kernel
import Web

/// Ways to hand a survey out: links, QR codes and cards to print.
struct ShareRoutes: Sendable {
  let drafts: DraftStore
  let touchpoints: TouchpointStore
  let business: BusinessDirectory
  let frame: Frame

  /// The address people reach this server by; nil takes the one that was called.
  let publicURL: String?

  var routes: [Route] {
    [
      .get("/surveys/{token}/share", .may(.readSurveys), show),
      .get("/surveys/{token}/qr.svg", .may(.readSurveys), picture),
      .get("/surveys/{token}/cards", .may(.readSurveys), cards),
    ]
  }

  private func draft(_ context: Context) async throws -> SurveyDraft {
    let token = try context.parameters.require("token")
    guard let draft = try await drafts.draft(of: token) else { throw Problem.notFound }
    return draft
  }

  private func link(_ token: String, _ request: Request, _ fields: FormFields) -> ShareLink {
    let base = publicURL ?? "http://\(request.head.authority ?? "127.0.0.1")"
    func value(_ name: String) -> String {
      (try? SubmissionReader.line(fields[name] ?? "", at: name)) ?? ""
    }
    return ShareLink(
      base: base.hasSuffix("/") ? String(base.dropLast()) : base,
      token: token,
      touchpoint: value("touchpoint"),
      channel: value("channel"),
      language: fields["lang"].flatMap(Language.init(rawValue:))
    )
  }

  private func show(_ request: Request, _ context: Context) async throws -> Response {
    let draft = try await draft(context)
    let fields = try request.queryFields
    var link = link(draft.survey.token, request, fields)
    link.language = fields["in"].flatMap(Language.init(rawValue:))
    let page = SharePage(
      draft,
      link,
      touchpoints: try await touchpoints.touchpoints(of: draft.survey.id),
      isJustPublished: fields["published"] != nil,
      mayManage: context.identity?.may(.manageSurveys) ?? false,
      in: context.language
    )
    return try await frame.response(
      draft.survey.name,
      current: "surveys",
      stylesheets: [BuilderLook.sheet],
      scripts: [ShareLook.script],
      body: page.html,
      to: request,
      context
    )
  }

  /// The code alone, to show or to keep as a file; its words are in nobody's language but the
  /// link's own.
  private func picture(_ request: Request, _ context: Context) async throws -> Response {
    let draft = try await draft(context)
    let link = link(draft.survey.token, request, try request.queryFields)
    guard let svg = QRCode.svg(of: link.text, title: link.text) else { throw Problem.notFound }
    return Response(
      text: svg,
      to: request,
      headers: [
        .contentType: "image/svg+xml",
        .contentDisposition: "inline; filename=\"qr-\(draft.survey.token).svg\"",
        .cacheControl: "no-store",
      ]
    )
  }

  private func cards(_ request: Request, _ context: Context) async throws -> Response {
    let draft = try await draft(context)
    let fields = try request.queryFields
    var link = link(draft.survey.token, request, fields)
    if link.channel.isEmpty { link.channel = "qr" }
    let page = CardPage(
      draft.published ?? draft.definition,
      link,
      asker: RespondAsker(try await business.current()),
      in: context.language
    )
    return page.document.response(to: request)
  }
}
