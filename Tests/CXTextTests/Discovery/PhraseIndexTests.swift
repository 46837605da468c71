import Testing

@testable import CXText

struct PhraseIndexTests {
  private func phrases(_ comments: [String], atLeast commentsMin: Int = 2) async -> [String: Int] {
    let corpus = await CommentCorpus.reading(comments)
    let index = PhraseIndex(of: corpus, limits: .init(commentsMin: commentsMin))
    return Dictionary(
      uniqueKeysWithValues: (0..<index.count).map {
        (index.text(of: $0), index.comments(saying: $0).count)
      }
    )
  }

  @Test func `a phrase counts once for a comment`() async {
    let found = await phrases(["Slow broadband, slow broadband!", "slow broadband again"])
    #expect(found == ["slow": 2, "broadband": 2, "slow broadband": 2])
  }

  @Test func `phrases end at marks`() async {
    let found = await phrases(["cold food. driver kind", "cold food; driver kind"])
    #expect(found["food driver"] == nil)
    #expect(found["driver kind"] == 2)
  }

  @Test func `function words neither begin nor end a phrase, in each language`() async {
    let english = await phrases(Array(repeating: "the lack of service is a shame", count: 2))
    #expect(english["lack of service"] == 2)
    #expect(english["service"] == 2)
    #expect(english["service is"] == nil)
    #expect(english["the"] == nil)
    let vietnamese = await phrases(Array(repeating: "nhân viên của shop rất nhiệt tình", count: 2))
    #expect(vietnamese["nhân viên"] == 2)
    #expect(vietnamese["nhiệt tình"] == 2)
    #expect(vietnamese["rất nhiệt tình"] == nil)
    let persian = await phrases(Array(repeating: "کیفیت غذا از همیشه بدتر بود", count: 2))
    #expect(persian["کیفیت غذا"] == 2)
    #expect(persian["از همیشه"] == nil)
  }

  @Test func `a word that denies may begin a phrase but is none`() async {
    let found = await phrases(Array(repeating: "nhân viên không nhiệt tình", count: 2))
    #expect(found["không nhiệt tình"] == 2)
    #expect(found["không"] == nil)
  }

  @Test func `the same letters are judged by the language around them`() async {
    let found = await phrases(Array(repeating: "đồ ăn an toàn vệ sinh", count: 2))
    #expect(found["an toàn vệ sinh"] == 2)
  }

  @Test func `rare phrases are not kept, and of many the most said`() async {
    let comments = ["red apple", "red apple", "red apple", "green pear", "green pear"]
    #expect(await phrases(comments, atLeast: 3) == ["red": 3, "apple": 3, "red apple": 3])
    let corpus = await CommentCorpus.reading(comments)
    let few = PhraseIndex(of: corpus, limits: .init(commentsMin: 2, phrasesMax: 4))
    #expect((0..<few.count).map { few.text(of: $0) } == ["red", "apple", "red apple"])
    #expect(few.comments(saying: 2) == [0, 1, 2])
    #expect(PhraseIndex(of: corpus, limits: .init(phrasesMax: 0)).count == 0)
  }

  @Test func `what is left of a longer phrase is a fragment`() async {
    let corpus = await CommentCorpus.reading(
      Array(repeating: "nhân viên phục vụ tận tâm", count: 4)
    )
    let index = PhraseIndex(of: corpus)
    let whole = (0..<index.count).filter { !index.phrases[$0].isFragment }.map {
      index.text(of: $0)
    }
    #expect(whole == ["nhân viên phục vụ", "viên phục vụ tận", "phục vụ tận tâm"])
  }

  @Test func `a phrase is quoted as it is mostly written`() async throws {
    let comments = [
      "Customer  service!", "CUSTOMER SERVICE", "good Customer  service", "customer service",
    ]
    let index = PhraseIndex(
      of: await CommentCorpus.reading(comments),
      limits: .init(commentsMin: 2)
    )
    let phrase = try #require((0..<index.count).first { index.text(of: $0) == "customer service" })
    #expect(index.written(phrase, in: comments) == "Customer  service")
  }

  @Test(arguments: [1, 2, 7, 100])
  func `pieces of any size give the same corpus`(size: Int) {
    let comments = SampleComments.random(100, seed: 7)
    var whole = CommentCorpus()
    var joined = CommentCorpus()
    let reader = CommentReader()
    for start in stride(from: 0, to: comments.count, by: size) {
      var piece = CommentCorpus()
      for comment in comments[start..<min(start + size, comments.count)] {
        whole.add(reader.read(comment))
        piece.add(reader.read(comment))
      }
      joined.append(piece)
    }
    #expect(joined == whole)
  }

  @Test func `counts agree with counting plainly`() async {
    let comments = SampleComments.random(300, seed: 3, from: SampleComments.english)
    let corpus = await CommentCorpus.reading(comments)
    let index = PhraseIndex(of: corpus, limits: .init(commentsMin: 2, wordsMax: 3))
    var plain: [String: Set<Int>] = [:]
    for (place, comment) in comments.enumerated() {
      for clause in comment.lowercased().split(separator: ",") {
        let words = clause.split(separator: " ").map(String.init)
        for first in words.indices {
          for last in first..<min(first + 3, words.count) {
            plain[words[first...last].joined(separator: " "), default: []].insert(place)
          }
        }
      }
    }
    let expected = plain.filter { phrase, said in
      let words = phrase.split(separator: " ")
      return said.count >= 2 && words.first != "the" && words.last != "the"
    }
    #expect(index.count == expected.count)
    for phrase in 0..<index.count {
      #expect(index.comments(saying: phrase) == expected[index.text(of: phrase)]?.sorted())
    }
  }

  @Test(arguments: NaturalLogarithmTests.examples)
  func `logarithms are right to the last digits`(x: Double, log: Double) {
    #expect(abs(NaturalLogarithm.of(x) - log) <= 4e-16 * max(1, abs(log)))
  }
}

enum NaturalLogarithmTests {
  /// Made with Python’s math.log.
  static let examples: [(Double, Double)] = [
    (1, 0), (2, 0.6931471805599453), (10, 2.302585092994046), (0.001, -6.907755278982137),
    (1.4142135623730951, 0.3465735902799727), (1e300, 690.7755278982137),
    (0x1p-1074, -744.4400719213812), (0.9999999, -1.0000000494736474e-07),
  ]
}
