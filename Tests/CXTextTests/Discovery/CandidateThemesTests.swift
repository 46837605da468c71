import CXMetrics
import Testing

@testable import CXText

struct CandidateThemesTests {
  /// Three subjects, of which each comment speaks of one, in words drawn from it.
  private func comments(_ subjects: [[String]], count: Int = 300) -> [String] {
    var numbers = SeededGenerator(seed: 2)
    return (0..<count).map { place in
      let words = subjects[place % subjects.count]
      return (0..<3).map { _ in words[numbers.next(below: words.count)] }.joined(separator: ", ")
    }
  }

  @Test(arguments: [
    [
      ["engineer", "appointment", "doorbell", "visit"], ["router", "socket", "cable", "modem"],
      ["bill", "invoice", "payment", "refund"],
    ],
    [
      ["pin trâu", "sạc nhanh", "dung lượng pin"], ["nhân viên", "tư vấn", "nhiệt tình"],
      ["màn hình", "độ sáng", "cảm ứng"],
    ],
    [
      ["پیک", "تحویل", "تاخیر"], ["پیتزا", "پنیر", "خمیر"], ["قیمت", "تخفیف", "هزینه"],
    ],
  ])
  func `subjects are told apart without being counted beforehand`(subjects: [[String]]) async throws
  {
    let index = PhraseIndex(of: await CommentCorpus.reading(comments(subjects)))
    var options = CandidateThemes.Options()
    options.candidatesMax = 10
    let scores: [Double?] = (0..<300).map { Double($0 % 3) }
    let found = try CandidateThemes(in: index, scores: scores, options: options)
    for (place, subject) in subjects.enumerated() {
      let candidate = try #require(
        found.candidates.first { subject.contains($0.name) },
        "\(found.candidates.map { $0.phrases.map(\.text) })"
      )
      #expect(candidate.phrases.count { subject.contains($0.text) } >= 2)
      #expect(candidate.comments.allSatisfy { $0 % 3 == place })
      #expect(candidate.meanScore == Double(place))
      #expect(candidate.share.successes == candidate.comments.count)
      #expect(candidate.share.trials == 300)
      #expect(candidate.phrases[0].weight == 1)
      #expect(!candidate.quotes.isEmpty && candidate.quotes.count <= 3)
      #expect(Set(candidate.quotes).isSubset(of: Set(candidate.comments)))
    }
  }

  @Test func `what named themes cover is left out`() async throws {
    let subjects = [
      ["engineer", "appointment", "visit", "doorbell"], ["router", "socket", "cable", "modem"],
      ["bill", "invoice", "payment", "refund"], ["shop", "counter", "shelf", "till"],
    ]
    let index = PhraseIndex(of: await CommentCorpus.reading(comments(subjects, count: 400)))
    let covered = Set((0..<400).filter { $0 % 4 == 0 })
    let found = try CandidateThemes(in: index, covered: covered)
    #expect(found.commentCount == 300)
    #expect(found.candidates.allSatisfy { $0.comments.allSatisfy { $0 % 4 != 0 } })
    #expect(found.candidates.contains { subjects[1].contains($0.name) })
    #expect(!found.candidates.contains { subjects[0].contains($0.name) })
    let all = try CandidateThemes(in: index, covered: Set(0..<400))
    #expect(all.candidates.isEmpty && all.commentCount == 0)
  }

  @Test func `odd, equal and random comments give no crash and the same twice`() async throws {
    for comments in [
      [], ["one"], SampleComments.odd, SampleComments.odd + SampleComments.odd + SampleComments.odd,
      Array(repeating: "all of this is equal", count: 50), SampleComments.random(500, seed: 8),
    ] {
      let corpus = await CommentCorpus.reading(comments)
      let index = PhraseIndex(of: corpus, limits: .init(commentsMin: 1))
      let first = try CandidateThemes(in: index)
      let second = try CandidateThemes(in: index)
      #expect(first.candidates == second.candidates)
    }
  }
}
