package import Access
package import Facts
import Listen
package import Storage
package import Web

/// Says what the answers mean.
package struct Measure: Sendable {
  private let desk: FigureDesk

  /// - Parameter tallies: answers an inquiry after catching up to the ledger's head.
  package init(
    storage: Storage,
    tallies: @escaping @Sendable (Inquiry) async throws -> Tallies
  ) {
    desk = FigureDesk(questions: QuestionStore(storage: storage), tallies: tallies)
  }

  package static let assets = [OverviewPage.styles]

  /// What the API's document says of figures.
  package static let contract = [Assets.figures_openapi_json]

  package var routes: [Route] {
    OverviewRoutes(desk: desk).routes + FigureRoutes(desk: desk).routes
  }
}
