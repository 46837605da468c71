import CXMetrics
import CXText
import Testing

@testable import Understand

/// The figures of one theme.
struct ThemeFigureTests {
  @Test func `a score is the Net Promoter Score of those who speak, and what they take from all`()
    throws
  {
    // All: 4 promoters, 1 passive, 5 detractors, −10. Without the four: 4, 1, 1, 50.
    let all: [Double] = [9, 10, 9, 10, 8, 6, 0, 3, 5, 2]
    let score = try #require(
      ThemeScore([0, 3, 5, 2], of: all, .recommendation, .standard)
    )
    #expect(score.value == -100)
    #expect(score.count == 4)
    #expect(score.isLowBase)
    #expect(abs((score.pull ?? 0) - 60) < 1e-9)
  }

  @Test func `stars have a mean, not a Net Promoter Score`() throws {
    let score = try #require(ThemeScore([1, 2], of: [1, 2, 5, 4], .stars, .standard))
    #expect(score.value == 1.5)
    #expect(score.pull == 1.5)
  }

  @Test func `a theme that every comment with a score speaks of pulls nothing`() throws {
    let score = try #require(ThemeScore([9, 3], of: [9, 3], .recommendation, .standard))
    #expect(score.pull == nil)
    #expect(ThemeScore([], of: [9], .recommendation, .standard) == nil)
  }

  @Test(arguments: [
    ([Feeling.negative, .positive], Feeling.neutral), ([.positive, .negative], .neutral),
    ([.neutral, .negative], .negative), ([.positive, .neutral], .positive),
    ([.neutral], .neutral),
  ])
  func `unlike clauses about a theme are both, whatever their order`(
    feelings: [Feeling],
    together: Feeling
  ) {
    var mention = ThemeMention(theme: 0, feeling: feelings[0])
    for feeling in feelings.dropFirst() { mention.add(feeling) }
    #expect(mention.feeling == together)
  }

  @Test func `a trend is told only beyond chance, all themes looked at`() {
    func direction(_ now: Int, themes: Int = 10) -> ThemeTrend.Direction {
      let past = [10, 9, 11, 10, 10]
      return ThemeTrend(
        mentions: past + [now],
        comments: Array(repeating: 100, count: 6),
        themes: themes,
        .standard
      ).direction
    }
    #expect(direction(11) == .same)
    #expect(direction(40) == .more)
    #expect(direction(0) == .less)
    // Alone it would be news; among a thousand themes some does so by chance.
    #expect(direction(21, themes: 1) == .more)
    #expect(direction(21, themes: 1_000) == .same)
  }

  @Test func `without a period before there is no trend`() {
    let trend = ThemeTrend(mentions: [5], comments: [10], themes: 1, .standard)
    #expect(trend.direction == .same)
    #expect(trend.shares == [0.5])
  }
}
