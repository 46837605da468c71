import Access
import Hummingbird
import Kernel
import Listen
import Web

/// The page a business opens first: the score, whether it moves, and where it differs.
struct OverviewRoutes: Sendable {
  let desk: OverviewDesk
  let frame: Frame
  let live: LiveBoard

  var routes: [Route] {
    [
      .get("/", .may(.readFigures), show),
      .get("/overview.csv", .may(.readFigures), table),
      .get("/live", .may(.readFigures)) { _, _ in live.response() },
    ]
  }

  private func show(_ request: Request, _ context: Context) async throws -> Response {
    let asked = OverviewRequest(try request.queryFields)
    let may = context.identity?.may(.readAnswers) ?? false
    let figures = try await desk.figures(asked, readsAnswers: may)
    let page = OverviewPage(figures, in: context.language)
    return try await frame.response(
      Catalogue.of(context.language)["overview.title"],
      current: "home",
      stylesheets: [OverviewPage.styles],
      scripts: [OverviewPage.script],
      body: page.html,
      to: request,
      context
    )
  }

  /// A picture's values with all their digits: `?part=trend` and the view's own query.
  private func table(_ request: Request, _ context: Context) async throws -> Response {
    let fields = try request.queryFields
    let figures = try await desk.figures(OverviewRequest(fields), readsAnswers: false)
    let part = fields["part"] ?? ""
    guard let table = OverviewTable(part, of: figures) else { throw Problem.notFound }
    return Response(
      text: table.csv,
      to: request,
      headers: [
        .contentType: "text/csv; charset=utf-8",
        .contentDisposition: "attachment; filename=\"\(part).csv\"",
        .cacheControl: "no-store",
      ]
    )
  }
}
