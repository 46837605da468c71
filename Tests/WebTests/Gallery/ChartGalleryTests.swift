import Foundation
import Kernel
import Testing
import Web

/// `docs/charts.html` shows every chart as the kit draws it today.
struct ChartGalleryTests {
  private static let place = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/charts.html")

  @Test func `the gallery shows the charts as they are drawn today`() throws {
    let page = ChartGallery.page
    if ProcessInfo.processInfo.environment["TOUCHSTONE_RENEW"] == "1" {
      try page.write(to: Self.place, atomically: true, encoding: .utf8)
    }
    let kept = try? String(contentsOf: Self.place, encoding: .utf8)
    #expect(
      kept == page,
      """
      docs/charts.html is stale. Renew it, look at it, commit it: \
      TOUCHSTONE_RENEW=1 swift test --filter ChartGalleryTests
      """
    )
  }

  @Test func `every card of the gallery has its values as a table`() {
    let cards = ChartGallery.page.split(separator: "<section class=\"card").dropFirst()
    #expect(cards.count == 24)
    for card in cards { #expect(card.contains("<table>"), "\(card.prefix(80))") }
  }

  @Test func `no two pictures of the gallery share an id`() {
    let ids = ChartGallery.page.matches(of: #/<title id="([^"]+)"/#).map(\.output.1)
    #expect(ids.count >= 30 && Set(ids).count == ids.count)
  }
}
