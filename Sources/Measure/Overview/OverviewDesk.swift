import CXMetrics
import Facts
import Kernel
import Listen

/// Gathers all that an overview shows: a few scans of columns at one state of the ledger.
struct OverviewDesk: Sendable {
  let desk: FigureDesk
  let today: @Sendable () -> Day
  let calendar: @Sendable () -> BusinessCalendar

  /// What each measure should reach, by its address.
  let goals: @Sendable () -> [String: Double]
  let comments: CommentStore

  /// Comments on the page.
  static let commentsMax = 5

  /// Periods of the trend.
  static let monthsMax = 12

  /// Two queries to the store: the questions, and the newest comments.
  ///
  /// - Parameters:
  ///   - head: the ledger's, where it is known; otherwise a third query asks for it.
  ///   - readsAnswers: whether whoever asks may read people's words.
  func figures(
    _ request: OverviewRequest,
    upTo head: Int64? = nil,
    readsAnswers: Bool
  ) async throws -> OverviewFigures {
    let scored = try await desk.questions.scored()
    let columns = try await desk.columns(head)
    let options = MeasureOption.all(of: scored)
    let (today, calendar) = (today(), calendar())
    var figures = OverviewFigures(
      request: request,
      today: today,
      calendar: calendar,
      period: request.period(today: today, calendar),
      comparison: request.comparison(today: today, calendar),
      options: options,
      values: Self.values(of: columns)
    )
    guard let option = try await option(request, among: options, scored, columns) else {
      return figures
    }
    figures.option = option
    figures.goal = goals()[option.address]
    try await fill(&figures, of: option, scored, over: columns)
    if readsAnswers {
      figures.comments = try await comments.newest(
        Self.commentsMax,
        where: Dictionary(
          request.filters.map { ($0.dimension, $0.values) },
          uniquingKeysWith: { first, _ in first }
        )
      )
    }
    return figures
  }

  private func fill(
    _ figures: inout OverviewFigures,
    of option: MeasureOption,
    _ scored: [ScoredQuestion],
    over columns: FactColumns
  ) async throws {
    let request = figures.request
    var question = FigureQuestion(
      measure: option.measure,
      questions: option.questions(in: scored),
      period: figures.period,
      filters: request.filters,
      calendar: figures.calendar
    )
    question.dimensions = [figures.dimension]
    figures.groups = try await desk.figures(question, over: columns)
    question.dimensions = ["channel"]
    figures.channels = try await desk.figures(question, over: columns)
    if let comparison = figures.comparison {
      question.period = comparison
      question.dimensions = [figures.dimension]
      figures.groupsBefore = try await desk.figures(question, over: columns)
    }
    question.dimensions = []
    question.every = .month
    question.period = figures.trendPeriod
    figures.trend = try await desk.figures(question, over: columns)
  }

  /// What is asked for; without a wish the kind that the business asks, of the two scales of
  /// recommending, which are never mixed, the one with more answers.
  private func option(
    _ request: OverviewRequest,
    among options: [MeasureOption],
    _ scored: [ScoredQuestion],
    _ columns: FactColumns
  ) async throws -> MeasureOption? {
    if let measure = request.measure {
      return options.first {
        $0.measure == measure && $0.survey == request.survey && $0.key == request.key
      } ?? MeasureOption(measure: measure, survey: request.survey, key: request.key)
    }
    var fullest: (option: MeasureOption, count: Int)?
    for option in options {
      guard case .netPromoterScore = option.measure else { continue }
      let question = FigureQuestion(
        measure: option.measure,
        questions: option.questions(in: scored)
      )
      let count = try await desk.figures(question, over: columns).overall.total
      if count > fullest?.count ?? -1 { fullest = (option, count) }
    }
    return fullest?.option ?? options.first
  }

  private static func values(of columns: FactColumns) -> [String: [String]] {
    Dictionary(
      columns.dimensionNames.map { ($0, columns.values(of: $0)) },
      uniquingKeysWith: { first, _ in first }
    )
  }
}
