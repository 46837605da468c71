import CXMetrics
import Kernel
import Testing

@testable import Measure

/// The newest words of each group are shown, detractors first.
struct CommentDigestTests {
  @Test func `a later day comes first, whatever the order of the rows`() throws {
    var digest = CommentDigest()
    let days = try ["2026-01-02", "2026-03-01", "2026-02-01", "2025-01-01"].map {
      try #require(Day($0))
    }
    for (number, day) in days.enumerated() {
      digest.add("comment \(number)", score: 3, group: .detractor, day: day)
    }
    digest.add("", score: 9, group: .promoter, day: days[0])
    digest.add("good", score: 9, group: .promoter, day: nil)
    #expect(digest.rows == 6 && digest.comments == 5)
    #expect(digest.byGroup.map(\.group) == [.detractor, .promoter])
    #expect(digest.byGroup[0].comments.map(\.text) == ["comment 1", "comment 2", "comment 0"])
  }

  @Test func `without days the last rows are the newest, and a long comment is cut`() {
    var digest = CommentDigest()
    for number in 1...5 { digest.add("c\(number)", score: nil, group: nil, day: nil) }
    #expect(digest.byGroup[0].comments.map(\.text) == ["c5", "c4", "c3"])
    digest.add(String(repeating: "é", count: 1_000), score: nil, group: nil, day: nil)
    #expect(digest.byGroup[0].comments[0].text.count == CommentDigest.charactersMax + 1)
  }

  @Test func `the same words are shown once, where they were said last`() {
    var digest = CommentDigest()
    for text in ["slow", "dear", "slow", "rude", "slow"] {
      digest.add(text, score: 3, group: .detractor, day: nil)
    }
    #expect(digest.comments == 5)
    #expect(digest.byGroup[0].comments.map(\.text) == ["slow", "rude", "dear"])
  }
}
