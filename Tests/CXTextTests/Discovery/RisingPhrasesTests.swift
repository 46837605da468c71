import CXMetrics
import CXText
import Testing

struct RisingPhrasesTests {
  /// Made with scipy’s beta: x, n, past, m, φ; ratio, low, high, p.
  @Test(arguments: [
    (
      [12, 100, 20, 600], 1.0,
      [3.5999999999999996, 1.6045657874107355, 7.732413910081512, 0.0009929743848705202]
    ),
    ([5, 50, 0, 400], 1.0, [nil, 7.33084685852368, nil, 1.6935087808430282e-05]),
    ([0, 50, 4, 400], 1.0, [0.0, 0.0, 12.118934874926962, 1.0]),
    (
      [12, 100, 20, 600], 2.5,
      [3.5999999999999996, 0.9027672770717847, 12.641483132414821, 0.03500782990232747]
    ),
  ])
  func `rises agree with an independent computation`(
    counts: [Int],
    dispersion: Double,
    expected: [Double?]
  ) throws {
    let rise = try RateRise(
      now: (counts[0], counts[1]),
      past: (counts[2], counts[3]),
      dispersion: dispersion
    )
    for (found, expected) in zip([rise.ratio, rise.low, rise.high, rise.pValue], expected) {
      guard let expected else {
        #expect(found == nil)
        continue
      }
      #expect(abs((found ?? .nan) - expected) <= 1e-9 * max(1e-3, abs(expected)))
    }
  }

  @Test func `without a past nothing rises`() async throws {
    let index = PhraseIndex(of: await CommentCorpus.reading(["late", "late", "late"]))
    for periods: [Int?] in [[], [nil], [4, 4, 4], [4], [nil, 9, 9]] {
      #expect(throws: MetricRefusal.noBaseline) {
        try RisingPhrases(in: index, commentPeriods: periods)
      }
    }
    #expect(throws: MetricRefusal.noBaseline) {
      try RateRise(now: (0, 0), past: (0, 1))
    }
  }

  /// Eight weeks of fifty comments, the last with twelve of something.
  private func found(_ usual: [String], _ fresh: [String]) async throws -> RisingPhrases {
    var comments: [String] = []
    var periods: [Int?] = []
    for week in 100..<108 {
      for place in 0..<50 {
        let isFresh = week == 107 && place < 12
        comments.append(isFresh ? fresh[place % fresh.count] : usual[place % usual.count])
        periods.append(week)
      }
    }
    let index = PhraseIndex(of: await CommentCorpus.reading(comments))
    return try RisingPhrases(in: index, commentPeriods: periods)
  }

  @Test(arguments: [
    (
      ["staff kind and quick", "fair price"],
      ["discount code failed", "the discount code expired", "no, your discount code!"],
      "discount code"
    ),
    (
      ["nhân viên vui vẻ", "giá hợp lý"],
      ["mã giảm giá hết hạn", "nhập mã giảm giá lỗi", "mã giảm giá, chán"], "mã giảm giá"
    ),
    (
      ["پیک مودب بود", "قیمت مناسب"],
      ["کد تخفیف کار نکرد", "کد تخفیف نامعتبر بود", "این کد تخفیف چرا"], "کد تخفیف"
    ),
  ])
  func `a new phrase rises and is quoted from the last week`(
    usual: [String],
    fresh: [String],
    expected: String
  ) async throws {
    let rising = try await found(usual, fresh)
    let finding = try #require(rising.findings.first { $0.text.contains(expected) }, "\(rising)")
    #expect(finding.isNew && finding.rise.ratio == nil && finding.rise.high == nil)
    #expect(finding.rise.low > 1)
    #expect(finding.now.successes == 12 && finding.now.trials == 50)
    #expect(finding.past.successes == 0 && finding.past.trials == 350)
    #expect(finding.counts == [0, 0, 0, 0, 0, 0, 0, 12])
    #expect(finding.quotes.allSatisfy { $0 >= 350 } && !finding.quotes.isEmpty)
    #expect(rising.periods == 100...107)
  }

  @Test func `two comments are no rise`() async throws {
    var comments = Array(repeating: "quiet evening", count: 2_000)
    comments += ["strange smell", "strange smell", "quiet evening"]
    let periods = comments.indices.map { $0 < 2_000 ? $0 / 100 : 20 }
    let index = PhraseIndex(
      of: await CommentCorpus.reading(comments),
      limits: .init(commentsMin: 1)
    )
    var options = RisingPhrases.Options()
    options.commentsMin = 1
    #expect(
      try RisingPhrases(in: index, commentPeriods: periods, options: options).findings.isEmpty
    )
  }

  @Test func `what comes and goes does not rise`() async throws {
    var comments: [String] = []
    var periods: [Int?] = []
    for week in 0..<10 {
      for place in 0..<100 {
        // Said by 2 in a quiet week and by 14 in a busy one, as the last is.
        comments.append(place < (week % 3 == 0 ? 14 : 2) ? "rain on terrace" : "lunch menu")
        periods.append(week)
      }
    }
    let index = PhraseIndex(of: await CommentCorpus.reading(comments))
    let rising = try RisingPhrases(in: index, commentPeriods: periods)
    #expect(rising.findings.isEmpty)
    let plain = try RateRise(now: (14, 100), past: (54, 900))
    #expect(plain.pValue < 0.05, "it would rise if weeks differed by chance alone")
  }

  @Test func `odd comments and periods do not matter`() async throws {
    let index = PhraseIndex(
      of: await CommentCorpus.reading(SampleComments.odd + SampleComments.odd),
      limits: .init(commentsMin: 1)
    )
    for periods: [Int?] in [[Int.min, Int.max], [Int.min, Int.min + 1], [1, 2, nil, 2, 2, 1]] {
      _ = try? RisingPhrases(in: index, commentPeriods: periods)
    }
  }
}
