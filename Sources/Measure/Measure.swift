package import Access
package import Facts
package import Kernel
package import Listen
package import Storage
package import Web

/// Says what the answers mean.
package struct Measure: Sendable {
  private let desk: FigureDesk
  private let overview: OverviewDesk
  private let frame: Frame
  private let business: BusinessDirectory
  private let now: @Sendable () -> Instant

  /// Told of every new answer.
  package let live: LiveBoard
  private let pulse: LedgerPulseStore
  private let views: SavedViewStore

  /// - Parameter columns: the facts, caught up to one fact at least, or to the ledger's head.
  package init(
    storage: Storage,
    frame: Frame,
    business: BusinessDirectory,
    clock: BusinessClock,
    columns: @escaping @Sendable (Int64?) async throws -> FactColumns
  ) {
    self.frame = frame
    self.business = business
    now = { clock.now() }
    let pulse = LedgerPulseStore(storage: storage)
    self.pulse = pulse
    views = SavedViewStore(storage: storage)
    live = LiveBoard { try await pulse.pulse().number }
    desk = FigureDesk(questions: QuestionStore(storage: storage), columns: columns)
    overview = OverviewDesk(
      desk: desk,
      today: { clock.today },
      calendar: { business.remembered.calendar },
      goals: { business.remembered.goals },
      comments: CommentStore(storage: storage)
    )
  }

  package static let assets = [OverviewPage.styles, OverviewPage.script]

  /// What the API's document says of figures.
  package static let contract = [Assets.figures_openapi_json]

  /// What it offers to the main navigation.
  package static let navigation = [
    NavigationEntry("home", "/", icon: "home", for: .readFigures)
  ]

  /// What each survey says, for the list of surveys.
  package var surveyScores: SurveyScore.Source { SurveyScoreDesk(desk: desk).scores(in:) }

  package var routes: [Route] {
    OverviewRoutes(desk: overview, frame: frame, live: live, pulse: pulse, views: views).routes
      + FigureRoutes(desk: desk).routes
      + GoalRoutes(questions: desk.questions, business: business, frame: frame, now: now).routes
  }
}
