import Testing

@testable import CXMetrics

struct ServiceQualityTests {
  private static let rows: [(expected: [Double?], perceived: [Double?], points: [Double?]?)] = {
    var random = SeededGenerator(seed: 4)
    func answers(_ lowest: Int) -> [Double?] {
      (0..<22).map { _ in
        let draw = random.next(below: 20)
        // One in twenty left out, one in twenty off the scale.
        return draw == 0 ? nil : draw == 1 ? 9 : Double(lowest + random.next(below: 8 - lowest))
      }
    }
    return (0..<60).map { place in
      let points: [Double?] = [10, 30, 20, 25, place % 4 == 1 ? 35 : 15]
      return (answers(4), answers(1), place % 3 == 0 ? nil : points)
    }
  }()

  private static func gaps(_ range: Range<Int>) throws -> ServiceQualityGaps {
    var gaps = ServiceQualityGaps()
    for row in rows[range] {
      gaps.add(
        expectations: try ServiceQualityAnswers(row.expected),
        perceptions: try ServiceQualityAnswers(row.perceived),
        points: row.points.map { points in ByDimension { points[$0.place] } }
      )
    }
    return gaps
  }

  private static func survey(_ range: Range<Int>) throws -> GapSurvey {
    var survey = GapSurvey(.servqual)
    for row in rows[range] {
      try survey.add(
        expectations: row.expected,
        perceptions: row.perceived,
        points: row.points
      )
    }
    return survey
  }

  private func isClose(_ one: Double?, _ other: Double?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return abs(one - other) < 1e-12
  }

  @Test func `respondents streamed in parts give the figures of the whole`() throws {
    let whole = try Self.gaps(0..<60)
    var parts = try Self.gaps(0..<7)
    parts.merge(try Self.gaps(7..<7))
    parts.merge(try Self.gaps(7..<60))
    for dimension in ServiceQualityDimension.allCases {
      let (one, other) = (whole.totals[dimension], parts.totals[dimension])
      #expect(one.count == other.count && isClose(one.mean, other.mean))
      #expect(isClose(one.interval()?.low, other.interval()?.low))
    }
    #expect(isClose(whole.totals.weighted.mean, parts.totals.weighted.mean))
    #expect(whole.totals.withOwnWeights == parts.totals.withOwnWeights)
    #expect((1...22).allSatisfy { whole[$0] == parts[$0] })
    #expect(whole.missing == parts.missing && whole.invalid == parts.invalid)
    #expect(whole.missing > 0 && whole.invalid > 0 && whole.totals.withOwnWeights > 0)
  }

  @Test func `the questionnaire of SERVQUAL gives the figures of SERVQUAL`() throws {
    let gaps = try Self.gaps(0..<60)
    var survey = try Self.survey(0..<20)
    try survey.merge(try Self.survey(20..<60))
    for dimension in ServiceQualityDimension.allCases {
      let (one, other) = (gaps.totals[dimension], survey.dimensions[dimension.place])
      #expect(one.count == other.count && isClose(one.mean, other.mean))
      #expect(isClose(one.standardDeviation, other.standardDeviation))
    }
    #expect(isClose(gaps.totals.unweighted.mean, survey.unweighted.mean))
    #expect(isClose(gaps.totals.weighted.mean, survey.weighted.mean))
    #expect(gaps.totals.withOwnWeights == survey.withOwnWeights)
    #expect(survey.items == (1...22).map { gaps[$0] })
    #expect(gaps.missing == survey.missing && gaps.invalid == survey.invalid)
  }

  @Test func `the wording of 1988 turns items 10 to 13 and 18 to 22`() throws {
    let answers = try ServiceQualityAnswers([Double?](repeating: 2, count: 22))
    let turned = answers.turned(.wordingOf1988)
    let sixes = (1...22).filter { turned[$0] == 6 }
    #expect(sixes == [10, 11, 12, 13, 18, 19, 20, 21, 22])
    #expect(turned[0] == nil && turned[23] == nil)
    #expect(throws: MetricRefusal.invalidInput) { try NegativeItems([0]) }
    #expect(throws: MetricRefusal.invalidInput) { try NegativeItems([23]) }
  }

  @Test func `every item belongs to one dimension, in the order of the questionnaire`() {
    #expect(ServiceQualityItem.all.map(\.number) == Array(1...22))
    #expect(Set(ServiceQualityItem.all.map(\.statement)).count == 22)
    #expect(ServiceQualityItem.all[8].dimension == .reliability)
  }

  @Test func `a questionnaire that makes no sense is refused`() {
    #expect(throws: MetricRefusal.invalidInput) { try GapQuestionnaire(items: 3, dimensions: []) }
    #expect(throws: MetricRefusal.invalidInput) {
      try GapQuestionnaire(items: 3, dimensions: [("a", [1, 1])])
    }
    #expect(throws: MetricRefusal.invalidInput) {
      try GapQuestionnaire(items: 3, dimensions: [("a", [1])], weights: [0])
    }
    #expect(throws: MetricRefusal.lengthMismatch) {
      try GapQuestionnaire(items: 3, dimensions: [("a", [1])], weights: [1, 2])
    }
  }

  @Test func `alpha of parts is alpha of the whole`() throws {
    var whole = ItemCovariances(columns: 4)
    var parts = [ItemCovariances](repeating: ItemCovariances(columns: 4), count: 3)
    for (place, row) in Self.rows.enumerated() {
      let items = Array(row.perceived[..<4])
      try whole.add(items)
      try parts[place % 3].add(items)
    }
    var merged = parts[0]
    try merged.merge(parts[1])
    try merged.merge(parts[2])
    let (one, other) = (try CronbachAlpha(whole), try CronbachAlpha(merged))
    #expect(isClose(one.value, other.value) && one.rows == other.rows)
    for (item, same) in zip(one.items, other.items) {
      #expect(isClose(item.alphaIfDeleted, same.alphaIfDeleted))
      #expect(isClose(item.itemRestCorrelation, same.itemRestCorrelation))
    }
    #expect(throws: MetricRefusal.lengthMismatch) {
      try merged.merge(ItemCovariances(columns: 3))
    }
  }
}
