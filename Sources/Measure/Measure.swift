package import Access
package import Facts
import Listen
package import Storage
package import Web

/// Says what the answers mean.
package struct Measure: Sendable {
  private let desk: FigureDesk
  private let frame: Frame

  /// - Parameter tallies: answers an inquiry after catching up to the ledger's head.
  package init(
    storage: Storage,
    frame: Frame,
    tallies: @escaping @Sendable (Inquiry) async throws -> Tallies
  ) {
    self.frame = frame
    desk = FigureDesk(questions: QuestionStore(storage: storage), tallies: tallies)
  }

  package static let assets = [OverviewPage.styles]

  /// What the API's document says of figures.
  package static let contract = [Assets.figures_openapi_json]

  /// What it offers to the main navigation.
  package static let navigation = [
    NavigationEntry("home", "/", icon: "home", for: .readFigures)
  ]

  package var routes: [Route] {
    OverviewRoutes(desk: desk, frame: frame).routes + FigureRoutes(desk: desk).routes
  }
}
