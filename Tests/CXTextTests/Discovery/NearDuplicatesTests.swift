import CXMetrics
import Testing

@testable import CXText

struct NearDuplicatesTests {
  private func groups(_ comments: [String], likeness: Double = 0.7) async throws -> [[Int]] {
    try await NearDuplicates.grouping(await CommentCorpus.reading(comments), likeness: likeness)
      .groups.map(\.comments)
  }

  @Test(arguments: [
    [
      "I have been waiting three weeks for the engineer to come and fix my line",
      "The staff in the shop were kind and quick and I will come again",
      "I have been waiting three weeks for the engineer to come and fix my line!!",
      "i have been waiting three weeks for the engineer to come and fix my phone",
    ],
    [
      "Máy dùng ổn, pin trâu, chụp hình đẹp, nhân viên tư vấn rất nhiệt tình chu đáo",
      "Giao hàng chậm, gọi tổng đài mãi không ai nghe, rất thất vọng về dịch vụ",
      "máy dùng ổn pin trâu chụp hình đẹp nhân viên tư vấn rất nhiệt tình chu đáo",
      "Máy dùng ổn, pin trâu, chụp hình đẹp, nhân viên tư vấn rất nhiệt tình vui vẻ",
    ],
    [
      "غذا خیلی سرد بود و پیک یک ساعت دیر رسید و کسی هم جواب تلفن را نداد",
      "همه چیز عالی و تازه بود دست شما درد نکند باز هم سفارش می دهم",
      "غذا خیلی سرد بود و پیک یک ساعت دیر رسید و کسی هم جواب تلفن را نداد!",
      "غذا خیلی سرد بود و پیک یک ساعت دیر رسید و کسی هم جواب تماس را نداد",
    ],
  ])
  func `copies with a word changed are one group, led by the earliest`(
    comments: [String]
  ) async throws {
    #expect(try await groups(comments, likeness: 0.6) == [[0, 2, 3]])
    #expect(try await groups(comments, likeness: 1) == [[0, 2]])
  }

  @Test func `short comments are grouped only when equal`() async throws {
    let comments = [
      "ok", "OK!", "ok good", "good", "rất tốt", "Rất tốt.", "tốt rất", "عالی", "عالی", "",
    ]
    #expect(try await groups(comments) == [[0, 1], [4, 5], [7, 8]])
  }

  @Test func `what has no word is no duplicate`() async throws {
    #expect(try await groups(["", "", "...", "!!", " "]).isEmpty)
    #expect(try await groups([]).isEmpty)
  }

  @Test func `all equal is one group`() async throws {
    let comments = Array(repeating: "the engineer never came and nobody called me", count: 5_000)
    let found = try await NearDuplicates.grouping(await CommentCorpus.reading(comments))
    #expect(found.groups.map(\.count) == [5_000])
    #expect(found.representatives(count: 5_000) == Array(repeating: 0, count: 5_000))
  }

  @Test func `everyone in a group is as like its first as asked`() async throws {
    let comments = SampleComments.random(400, seed: 5)
    let corpus = await CommentCorpus.reading(comments)
    var runs = CommentRuns(corpus: corpus)
    let found = try await NearDuplicates.grouping(corpus, likeness: 0.4)
    #expect(!found.groups.isEmpty)
    for group in found.groups {
      for comment in group.comments.dropFirst() {
        runs.read(group.first)
        let first = runs.runs
        runs.read(comment)
        let likeness = CommentRuns.likeness(first[...], runs.runs[...])
        #expect(likeness >= 0.4 || runs.whole(of: group.first) == runs.whole(of: comment))
      }
    }
    let again = try await NearDuplicates.grouping(corpus, likeness: 0.4)
    #expect(again == found)
  }

  @Test func `hardly any pair that is like enough is missed`() async throws {
    let letters = Array("bdgmnrtklp")
    let comments = (0..<400).map { place in
      let pair = "\(letters[place / 20 % 10])o\(letters[place / 2 % 10])\(place < 200 ? "" : "i")"
      return (0..<20).map { word in
        // Every second comment copies the one before but for one word.
        "w\(Character(UnicodeScalar(UInt8(97 + word))))\(pair)"
          + (place % 2 == 1 && word == 7 ? "z" : "")
      }.joined(separator: " ")
    }
    #expect(try await groups(comments).count >= 198)
  }

  @Test func `bounds of likeness are kept and odd comments do not matter`() async throws {
    for likeness in [0, -1, 1.5, .nan] {
      await #expect(throws: MetricRefusal.invalidInput) {
        try await NearDuplicates.grouping(CommentCorpus(), likeness: likeness)
      }
    }
    let found = try await groups(SampleComments.odd + SampleComments.odd)
    #expect(found.allSatisfy { $0.count >= 2 })
  }
}
