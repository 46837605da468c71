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
  let views: SavedViewStore
  let memory = OverviewMemory()

  var routes: [Route] {
    [
      .get("/", .may(.readFigures), show),
      .get("/overview.csv", .may(.readFigures), table),
      .get("/live", .may(.readFigures)) { request, _ in
        live.response(to: request)
      },
    ]
  }

  /// Five queries to the store: session, saved views, pulse, questions, comments; for a page that
  /// is remembered the first three.
  private func show(_ request: Request, _ context: Context) async throws -> Response {
    let fields = try request.queryFields
    let asked = OverviewRequest(fields)
    var saved: [SavedView] = []
    if let person = context.person {
      saved = try await views.all(of: person.account, on: .overview)
      let home = saved.first(where: \.isHome)
      if let home, request.uri.query?.isEmpty ?? true {
        return .redirect(to: home.href(on: .overview), type: .normal)
      }
    }
    let body = try await body(asked, context)
    let list = SavedViewList(
      saved,
      on: .overview,
      showing: asked.query,
      askedWith: fields,
      csrf: context.csrf,
      in: context.language
    )
    return try await frame.response(
      Catalogue.of(context.language)["overview.title"],
      current: "home",
      stylesheets: [OverviewPage.styles],
      scripts: [OverviewPage.script],
      body: body.html(with: list.html),
      to: request,
      context
    )
  }

  private func body(_ asked: OverviewRequest, _ context: Context) async throws -> OverviewPrint {
    let may = context.identity?.may(.readAnswers) ?? false
    let key = OverviewMemory.Key(
      request: asked,
      language: context.language,
      readsAnswers: may,
      setsGoals: context.identity?.may(.manageBusiness) ?? false,
      today: desk.today(),
      calendar: desk.calendar(),
      goals: desk.goals()
    )
    // Taken before the figures: what comes in between makes the next page, at worst, anew.
    let pulse = try await pulse.pulse()
    return try await memory.page(key, at: pulse.number) {
      // Milliseconds of work: the thread that also reads answers in is not the place for them.
      try await withTaskExecutorPreference(globalConcurrentExecutor) {
        let figures = try await desk.figures(asked, upTo: pulse.head, readsAnswers: may)
        let page = OverviewPage(
          figures,
          at: pulse.number,
          setsGoals: key.setsGoals,
          in: context.language
        )
        return OverviewPrint(page.html)
      }
    }
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
