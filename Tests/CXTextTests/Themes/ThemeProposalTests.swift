import CXText
import Testing

struct ThemeProposalTests {
  private let theme = Theme(
    id: "delivery",
    names: [.english: "Delivery"],
    words: [.english: ["parcel"], .vietnamese: ["giao hàng"], .persian: ["پیک"]]
  )
  private let comments = SmallLesson.comments.map(\.text)

  private func model() -> ThemeModel { ThemeModel(themes: [theme], comments: comments) }

  @Test func `comments are proposed once, none of those decided`() {
    let decided = Set(stride(from: 0, to: comments.count, by: 2))
    let found = model().proposals(for: "delivery", in: comments, limit: 12, decided: decided)
    #expect(!found.isEmpty && found.count <= 12)
    #expect(Set(found.map(\.comment)).count == found.count)
    #expect(found.allSatisfy { !decided.contains($0.comment) })
    #expect(found.allSatisfy { (0...1).contains($0.probability) })
  }

  @Test func `copies are not proposed again`() {
    let copies = Array(repeating: "The parcel came late today", count: 30)
    let found = model().proposals(for: "delivery", in: copies + ["soup"], limit: 10)
    #expect(found.count { $0.comment < 30 } == 1)
    let after = model().proposals(for: "delivery", in: copies, limit: 10, decided: [3])
    #expect(after.isEmpty)
  }

  @Test(arguments: [
    ("The parcel came late", "parcel"), ("giao hàng chậm", "giao"), ("پیک دیر آمد", "پیک"),
  ])
  func `a proposal says which words led to it`(comment: String, word: String) throws {
    let proposal = try #require(
      model().proposals(for: "delivery", in: [comment], limit: 1).first
    )
    #expect(proposal.words.first?.text == word)
    #expect(abs(proposal.words.map(\.share).reduce(0, +) - 1) < 1e-9)
  }

  @Test func `none where there is nothing to propose`() {
    #expect(model().proposals(for: "delivery", in: [], limit: 5).isEmpty)
    #expect(model().proposals(for: "delivery", in: comments, limit: 0).isEmpty)
    #expect(model().proposals(for: "delivery", in: ["", "!!!", " "], limit: 5).isEmpty)
    #expect(
      model().proposals(for: "delivery", in: comments, limit: 5, decided: Set(comments.indices))
        .isEmpty
    )
  }

  @Test func `the same answers lead to the same proposals`() {
    let one = model().proposals(for: "delivery", in: comments, limit: 20)
    #expect(one == model().proposals(for: "delivery", in: comments, limit: 20))
  }
}
