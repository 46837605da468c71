import CXText
import Testing

struct CompoundLearnerTests {
  static let comments = [
    "nhân viên rất nhiệt tình", "giao hàng nhanh", "nhân viên thân thiện", "giao hàng chậm quá",
    "shop giao hàng đúng hẹn", "nhân viên phục vụ tốt", "hàng đẹp lắm",
    "nhân viên không nhiệt tình",
    "phục vụ nhiệt tình", "giao hàng tận nơi", "phục vụ chậm", "hàng hơi xấu",
  ]

  private func learned(_ comments: ArraySlice<String>) -> CompoundLearner {
    var learner = CompoundLearner()
    for comment in comments { learner.add(CommentReader().read(comment)) }
    return learner
  }

  @Test func `learns which syllables belong together`() {
    let found = learned(Self.comments[...]).compounds(minimumCount: 3)
    #expect(found.all.map(\.text) == ["giao hàng", "nhân viên", "nhiệt tình", "phục vụ"])
    #expect(found.all.map(\.count) == [4, 4, 3, 3])
    #expect(found.all.allSatisfy { (0.4...1).contains($0.association) })
  }

  @Test func `joins what it has learned`() {
    let found = learned(Self.comments[...]).compounds(minimumCount: 3)
    let read = CommentReader().read("Nhân viên giao hàng nhiệt tình, rất vui")
    let joined = found.joined(read).map { $0.map { read.text(of: read.words[$0]) } }
    #expect(
      joined == [["nhân", "viên"], ["giao", "hàng"], ["nhiệt", "tình"], [","], ["rất"], ["vui"]]
    )
  }

  @Test func `parts merged are the whole`() {
    var first = learned(Self.comments[..<5])
    first.merge(learned(Self.comments[5...]))
    let whole = learned(Self.comments[...]).compounds(minimumCount: 2, minimumAssociation: 0.1)
    #expect(first.compounds(minimumCount: 2, minimumAssociation: 0.1).all == whole.all)
  }

  @Test func `learns nothing from other languages or from nothing`() {
    var learner = CompoundLearner()
    for _ in 0..<20 { learner.add(CommentReader().read("The driver was rude and late")) }
    learner.add(CommentReader().read("غذا خیلی سرد بود"))
    #expect(learner.compounds(minimumCount: 2).all.isEmpty)
    #expect(CompoundLearner().compounds().all.isEmpty)
  }
}
