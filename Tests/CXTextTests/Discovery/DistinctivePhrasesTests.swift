import CXMetrics
import CXText
import Testing

struct DistinctivePhrasesTests {
  /// Made with Python and scipy: y₁, n₁, y₂, n₂, α, α₀; δ, variance, z, p, low, high.
  @Test(arguments: [
    (
      [20, 400, 3, 600], [2.3, 100],
      [
        1.8113770352109158, 0.23352229461037313, 3.74838924150278, 0.00017797390040125483,
        0.86424120627203, 2.7585128641498016,
      ]
    ),
    (
      [0, 50, 7, 80], [0.7, 13],
      [
        -2.0836822440941445, 1.5584415584415585, -1.6691148863624226, 0.09509461363963961,
        -4.530453396288731, 0.3630889081004418,
      ]
    ),
    (
      [5, 5, 5, 5], [1, 2],
      [0, 0.3333333333333333, 0, 1, -1.1315857340761717, 1.1315857340761717]
    ),
    (
      [1000, 100_000, 10, 200_000], [101, 30_000],
      [
        2.8730113671816824, 0.009917274222451334, 28.84969215173988, 5.112123229047188e-183,
        2.6778273500617393, 3.0681953843016254,
      ]
    ),
  ])
  func `log-odds agree with an independent computation`(
    counts: [Int],
    prior: [Double],
    expected: [Double]
  ) throws {
    let ratio = try LogOddsRatio(
      first: (counts[0], counts[1]),
      second: (counts[2], counts[3]),
      prior: (prior[0], prior[1])
    )
    let interval = ratio.interval()
    let found = [ratio.value, ratio.variance, ratio.z, ratio.pValue, interval.low, interval.high]
    for (found, expected) in zip(found, expected) {
      #expect(abs(found - expected) <= 1e-10 * max(abs(expected), 1e-300) + 1e-15)
    }
  }

  @Test func `counts that cannot be are refused`() {
    #expect(throws: MetricRefusal.invalidInput) {
      try LogOddsRatio(first: (3, 2), second: (0, 1), prior: (1, 2))
    }
    #expect(throws: MetricRefusal.invalidInput) {
      try LogOddsRatio(first: (1, 2), second: (0, 1), prior: (0, 2))
    }
    #expect(throws: MetricRefusal.invalidInput) {
      try LogOddsRatio(first: (1, 2), second: (0, 1), prior: (2, 2))
    }
  }

  @Test(arguments: [
    (
      ["waited %d weeks for the engineer", "the customer service left me %d hours on hold"],
      ["quick and easy order %d", "friendly people in shop %d"],
      ["customer service left", "weeks for the engineer"]
    ),
    (
      ["máy %d hay giật lag", "nhân viên phục vụ thờ ơ lần %d"],
      ["pin %d trâu chụp đẹp", "giao hàng %d nhanh"], ["giật lag", "nhân viên phục vụ"]
    ),
    (
      ["غذا سرد شده بود %d", "پیک دیر رسید %d"], ["سرویس سریع و مودب %d", "بسته بندی تمیز %d"],
      ["غذا سرد", "پیک دیر رسید"]
    ),
  ])
  func `what one group says and the other does not is found and quoted`(
    asked: [String],
    other: [String],
    expected: [String]
  ) async throws {
    func filled(_ texts: [String]) -> [String] {
      // Digits would all be read as 0, so a word of letters makes each comment its own.
      let letters = Array("bdgmnrt")
      return (0..<40).map {
        texts[$0 % 2].replacing("%d", with: "z\(letters[$0 / 7])\(letters[$0 % 7])")
      }
    }
    let comments = filled(asked) + filled(other)
    let index = PhraseIndex(of: await CommentCorpus.reading(comments))
    let sides: [DistinctivePhrases.Side?] =
      Array(repeating: .asked, count: 40) + Array(repeating: .other, count: 40)
    let found = try DistinctivePhrases(in: index, sides: sides)
    let texts = found.findings.map(\.text)
    for phrase in expected { #expect(texts.contains { $0.contains(phrase) }, "\(texts)") }
    for finding in found.findings {
      #expect(finding.asked.trials == 40 && finding.other.trials == 40)
      #expect(finding.asked.successes == 20 && finding.other.successes == 0)
      #expect(finding.interval.low > 0)
      #expect((1...3).contains(finding.quotes.count))
      #expect(finding.quotes.allSatisfy { $0 < 40 })
    }
  }

  @Test func `a word is listed beside its phrase only if it stands by itself`() async throws {
    let folded =
      Array(repeating: "customer service", count: 30) + Array(repeating: "garden shed", count: 30)
    let standing =
      Array(repeating: "customer service", count: 60) + Array(repeating: "poor service", count: 30)
      + Array(repeating: "garden shed", count: 30)
    for (comments, isListed) in [(folded, false), (standing, true)] {
      let index = PhraseIndex(of: await CommentCorpus.reading(comments))
      let sides = comments.map { $0 == "garden shed" ? DistinctivePhrases.Side.other : .asked }
      let texts = try DistinctivePhrases(in: index, sides: sides).findings.map(\.text)
      #expect(texts.contains("customer service"))
      #expect(texts.contains("poor service") == isListed)
      #expect(!texts.contains("customer"))
    }
  }

  @Test func `praise and blame are listed only when asked for`() async throws {
    let comments =
      Array(repeating: "terrible, parking", count: 30)
      + Array(repeating: "lovely, terrace", count: 30)
    let index = PhraseIndex(of: await CommentCorpus.reading(comments))
    let sides = comments.map { $0.hasSuffix("terrace") ? DistinctivePhrases.Side.other : .asked }
    var options = DistinctivePhrases.Options()
    let plain = try DistinctivePhrases(in: index, sides: sides, options: options)
    #expect(plain.findings.map(\.text) == ["parking"])
    options.includesVerdicts = true
    let all = try DistinctivePhrases(in: index, sides: sides, options: options)
    #expect(Set(all.findings.map(\.text)) == ["parking", "terrible"])
  }

  @Test func `groups that say the same differ in nothing`() async throws {
    let comments = SampleComments.random(600, seed: 11)
    let index = PhraseIndex(of: await CommentCorpus.reading(comments))
    let sides = comments.indices.map { $0 % 2 == 0 ? DistinctivePhrases.Side.asked : .other }
    let found = try DistinctivePhrases(in: index, sides: sides)
    #expect(found.comparedCount > 20)
    #expect(found.findings.isEmpty)
  }

  @Test func `odd comments and missing sides do not matter`() async throws {
    for comments in [
      [], [""], ["one"], SampleComments.odd, SampleComments.odd + SampleComments.odd,
    ] {
      let index = PhraseIndex(
        of: await CommentCorpus.reading(comments),
        limits: .init(commentsMin: 1)
      )
      for sides in [[], [.asked], comments.map { _ in DistinctivePhrases.Side.asked }] {
        #expect(try DistinctivePhrases(in: index, sides: sides).findings.count <= 20)
      }
    }
  }
}
