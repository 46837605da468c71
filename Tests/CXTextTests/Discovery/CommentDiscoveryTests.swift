import CXMetrics
import Testing

@testable import CXText

struct CommentDiscoveryTests {
  private func found(_ comments: [String], seed: UInt64) async throws -> CommentDiscovery {
    var numbers = SeededGenerator(seed: seed)
    var context = CommentDiscovery.Context()
    for _ in comments {
      context.sides.append([.asked, .other, nil][numbers.next(below: 3)])
      context.periods.append(numbers.next(below: 9) == 0 ? nil : numbers.next(below: 6))
      context.scores.append(Double(numbers.next(below: 11)))
    }
    context.covered = Set(comments.indices.filter { _ in numbers.next(below: 4) == 0 })
    return try await CommentDiscovery.finding(in: comments, context: context)
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `whatever is written, it is found twice alike and speaks of comments there are`(
    seed: UInt64
  ) async throws {
    var numbers = SeededGenerator(seed: seed, stream: 1)
    var comments = SampleComments.random(numbers.next(below: 900), seed: seed)
    if seed % 3 == 0 { comments += SampleComments.odd }
    if seed % 4 == 0 { comments = comments.map { _ in "the same slow broadband call again" } }
    if seed == 5 {
      comments = [Array(repeating: "late engineer", count: 40_000).joined(separator: " ")]
    }
    let one = try await found(comments, seed: seed)
    let two = try await found(comments, seed: seed)
    #expect(one.distinctive.findings == two.distinctive.findings)
    #expect(one.distinctiveOfOther.findings == two.distinctiveOfOther.findings)
    #expect(one.rising?.findings == two.rising?.findings)
    #expect(one.duplicates == two.duplicates)
    #expect(one.candidates.candidates == two.candidates.candidates)
    let quotes =
      one.distinctive.findings.flatMap(\.quotes) + (one.rising?.findings.flatMap(\.quotes) ?? [])
      + one.candidates.candidates.flatMap(\.quotes) + one.duplicates.groups.flatMap(\.comments)
    #expect(quotes.allSatisfy(comments.indices.contains))
    for finding in one.rising?.findings ?? [] { #expect(finding.now.successes >= 3) }
    for phrase in 0..<one.index.count { #expect(!one.index.written(phrase, in: comments).isEmpty) }
  }

  @Test func `a group says, a week brings and a copy repeats what it does`() async throws {
    var comments: [String] = []
    var context = CommentDiscovery.Context()
    for week in 0..<6 {
      for place in 0..<40 {
        let isUnhappy = place % 2 == 0
        let subject =
          week == 5 && place % 4 == 0
          ? "the login code never arrives" : isUnhappy ? "long queue at the till" : "fresh bread"
        comments.append("\(subject), \(["really", "again", "today", "truly"][place % 4])")
        context.sides.append(isUnhappy ? .asked : .other)
        context.periods.append(week)
        context.scores.append(isUnhappy ? 2 : 9)
      }
    }
    let found = try await CommentDiscovery.finding(in: comments, context: context)
    #expect(found.distinctive.findings.contains { $0.text.contains("queue") })
    #expect(found.distinctiveOfOther.findings.contains { $0.text.contains("bread") })
    #expect(found.rising?.findings.contains { $0.text.contains("login") } == true)
    #expect(found.duplicates.groups.count >= 3)
  }
}
