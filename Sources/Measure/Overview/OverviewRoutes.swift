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
  let pulse: LedgerPulseStore
  let memory = OverviewMemory()

  var routes: [Route] {
    [
      .get("/", .may(.readFigures), show),
      .get("/overview.csv", .may(.readFigures), table),
      .get("/live", .may(.readFigures)) { request, _ in
        try await live.response(to: request)
      },
    ]
  }

  private func show(_ request: Request, _ context: Context) async throws -> Response {
    let asked = OverviewRequest(try request.queryFields)
    let may = context.identity?.may(.readAnswers) ?? false
    let key = OverviewMemory.Key(
      query: request.uri.query ?? "",
      language: context.language,
      readsAnswers: may,
      today: desk.today(),
      calendar: desk.calendar()
    )
    // Taken before the figures: what comes in between makes the next page, at worst, anew.
    let pulse = try await pulse.pulse()
    let body = try await memory.page(key, at: pulse) {
      let figures = try await desk.figures(asked, readsAnswers: may)
      return OverviewPage(figures, at: pulse, in: context.language).html
    }
    return try await frame.response(
      Catalogue.of(context.language)["overview.title"],
      current: "home",
      stylesheets: [OverviewPage.styles],
      scripts: [OverviewPage.script],
      body: body,
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
