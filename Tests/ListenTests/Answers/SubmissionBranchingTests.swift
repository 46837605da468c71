import Kernel
import Testing

@testable import Listen

/// Worked examples of who is asked what, and what happens to answers that were not asked for.
struct SubmissionBranchingTests {
  private let version = SurveySamples.version

  private func shown(_ answers: [Answer]) -> [String] {
    version.shown(given: answers).map(\.key).filter { ["topics", "price_of"].contains($0) }
  }

  @Test func `shows a promoter neither topics nor what the topics lead to`() {
    let promoter = Answer(question: "recommend", value: .score(9))
    let price = Answer(question: "topics", value: .choices([.key("price")]))
    #expect(shown([promoter]).isEmpty)
    // A hidden answer opens no other question.
    #expect(shown([promoter, price]).isEmpty)
  }

  @Test func `leads a detractor from the topics to the price`() {
    let detractor = Answer(question: "recommend", value: .score(6))
    let price = Answer(question: "topics", value: .choices([.key("price")]))
    let staff = Answer(question: "topics", value: .choices([.key("staff")]))
    #expect(shown([detractor]) == ["topics"])
    #expect(shown([detractor, price]) == ["topics", "price_of"])
    #expect(shown([detractor, staff]) == ["topics"])
    #expect(shown([]).isEmpty)
  }

  @Test func `requires what is required only of those who are asked`() throws {
    let promoter = try SubmissionSamples.read(#"{"answers": {"recommend": 9}}"#)
    #expect(SubmissionSamples.faults(promoter).isEmpty)
    let asked = try SubmissionSamples.read(#"{"answers": {"recommend": 2, "topics": ["price"]}}"#)
    #expect(
      SubmissionSamples.faults(asked) == [
        "missing_required answers.price_of: This question needs an answer."
      ]
    )
    let unfinished = try SubmissionSamples.read(
      #"{"answers": {"recommend": 2, "topics": ["price"]}, "complete": false}"#
    )
    #expect(SubmissionSamples.faults(unfinished).isEmpty)
  }

  @Test func `leaves out answers to hidden questions and says so`() throws {
    let submission = try SubmissionSamples.read(
      #"{"answers": {"recommend": 9, "topics": ["price"], "price_of": "tea"}}"#
    ).get()
    #expect(submission.answers.map(\.question) == ["recommend"])
    #expect(
      submission.ignored.map(\.description) == [
        "answers.topics: Left out: this question is not asked after these answers.",
        "answers.price_of: Left out: this question is not asked after these answers.",
      ]
    )
    #expect(submission.ignored.map(\.code) == [.hiddenQuestion, .hiddenQuestion])
  }

  @Test func `forgives what is wrong with an answer to a hidden question`() throws {
    let submission = try SubmissionSamples.read(
      #"{"answers": {"recommend": 9, "topics": ["nowhere"]}}"#
    ).get()
    #expect(submission.ignored.map(\.question) == ["topics"])
  }

  @Test func `does not judge what hangs on an answer at fault`() throws {
    let result = try SubmissionSamples.read(
      #"{"answers": {"recommend": 11, "topics": ["nowhere"]}}"#
    )
    #expect(SubmissionSamples.faults(result).map { $0.prefix(9) } == ["off_scale", "unknown_c"])
  }

  @Test(arguments: [
    (10, "What is best?"), (9, "What is best?"), (8, "Why?"), (4, "Why?"), (3, "What is worst?"),
    (0, "What is worst?"),
  ])
  func `asks why in words that fit the score`(score: Int, words: String) {
    let given = [Answer(question: "recommend", value: .score(score))]
    #expect(version.question("why")?.wording(given: given)[.english] == words)
  }
}
