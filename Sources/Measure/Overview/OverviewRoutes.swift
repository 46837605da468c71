import Access
import CXMetrics
import Hummingbird
import Kernel
import Listen
import Web

/// The page a business opens first: the score, whether it moves, and where it differs.
struct OverviewRoutes: Sendable {
  let desk: FigureDesk
  let frame: Frame

  var routes: [Route] { [.get("/", .may(.readFigures), show)] }

  private func show(_ request: Request, _ context: Context) async throws -> Response {
    let wished = try request.queryFields["scale"].flatMap(RecommendScale.init)
    let figures = try await figures(wished, in: context.language)
    let page = OverviewPage(figures, in: context.language)
    return try await frame.response(
      Catalogue.of(context.language)["overview.title"],
      current: "home",
      stylesheets: [OverviewPage.styles],
      body: page.html,
      to: request,
      context
    )
  }

  /// Three inquiries over columns in memory, one query to the store.
  private func figures(_ wished: RecommendScale?, in language: Language) async throws
    -> OverviewFigures
  {
    let scored = try await desk.questions.scored()
    var totals: [(scale: RecommendScale, figures: Figures)] = []
    for scale in RecommendScale.allCases {
      let measure = FigureMeasure.netPromoterScore(scale)
      let questions = scored.filter { measure.takes($0.kind) }.map(\.id)
      guard !questions.isEmpty else { continue }
      var question = FigureQuestion(measure: measure, questions: questions)
      question.every = .month
      // Persian readers count in Jalali months; the answers are the same.
      question.calendar =
        language == .persian ? BusinessCalendar(system: .jalali, firstWeekday: 6) : .iso
      totals.append((scale, try await desk.figures(question)))
    }
    // Scales are never mixed: without a wish the one with more answers is shown.
    let fullest = totals.max { $0.figures.overall.total < $1.figures.overall.total }
    let shown = totals.first { $0.scale == wished } ?? fullest
    guard let shown else { return OverviewFigures(scales: [], byMonth: nil, byTouchpoint: nil) }
    var question = shown.figures.question
    question.every = nil
    question.dimensions = ["touchpoint"]
    return OverviewFigures(
      scales: totals.map(\.scale),
      byMonth: shown.figures,
      byTouchpoint: try await desk.figures(question)
    )
  }
}

/// What the overview shows, before it has words.
struct OverviewFigures: Sendable {
  /// The scales that were asked on.
  let scales: [RecommendScale]
  let byMonth: Figures?
  let byTouchpoint: Figures?
}
