/// Whether dealing with a company is frictionless: four marks, all of which must hold.
///
/// - Formula: a respondent’s score of a mark is 25 (mean − 1) over its four statements, rated 1–5,
///   where at least two are answered; a mark is the mean over respondents, the whole the mean of
///   respondents with all four.
/// - Units: points. Range: 0 through 100; frictionless when all four reach the threshold, usually
///   75.
/// - Interval: Student’s t over respondents, cut at 0 and 100; none for fewer than two.
/// - Complexity: O(1) for a respondent and O(1) memory; parts merge.
/// - Beware: the weakest mark decides, not the mean: friction at one point is felt as friction.
/// - Source: D. Peppers and M. Rogers, “Managing Customer Experience and Relationships”, 2016, for
///   the four marks; statements, scores and threshold are rules of this library.
public struct FrictionlessExperience: Sendable {
  /// The four marks, in the order of the questionnaire.
  public enum Mark: String, Hashable, Sendable, CaseIterable, BitwiseCopyable {
    /// Honest, warning of mistakes, as easy to leave as to join.
    case trustability

    /// Works, on time, alike in every channel.
    case reliability

    /// Worth its price, without hidden cost.
    case value

    /// Remembers the customer; nothing must be said twice.
    case relevance

    var place: Int {
      switch self {
      case .trustability: 0
      case .reliability: 1
      case .value: 2
      case .relevance: 3
      }
    }
  }

  /// How many statements there are: four for each mark.
  public static let statements = 16

  private static let agreement = ScoreScale(known: 1...5)
  private static let statementsOfMark = 4
  private static let answersNeeded = 2

  private var marks = InlineArray<4, RunningMean>(repeating: RunningMean())

  /// Respondents with all four marks, each by the mean of the four.
  public private(set) var overall = RunningMean()

  /// Answers off the scale.
  public private(set) var invalid = 0

  /// Nobody has answered yet.
  public init() {}

  /// Takes in one respondent’s 16 answers, nil where there is none.
  ///
  /// - Throws: `lengthMismatch` for any other number of answers.
  public mutating func add(_ answers: some Collection<Double?>) throws(MetricRefusal) {
    guard answers.count == Self.statements else { throw .lengthMismatch }
    var sums = InlineArray<4, Int>(repeating: 0)
    var counts = InlineArray<4, Int>(repeating: 0)
    for (place, answer) in answers.enumerated() {
      guard let answer else { continue }
      guard let point = Self.agreement.point(of: answer) else {
        invalid += 1
        continue
      }
      sums[place / Self.statementsOfMark] += point
      counts[place / Self.statementsOfMark] += 1
    }
    var (total, measured) = (0.0, 0)
    for place in sums.indices where counts[place] >= Self.answersNeeded {
      let score = 25 * Double(sums[place]) / Double(counts[place])
      marks[place].add(score)
      total += score
      measured += 1
    }
    if measured == marks.count { overall.add(total / Double(marks.count)) }
  }

  /// Takes in the respondents of another part.
  public mutating func merge(_ other: Self) {
    for place in marks.indices { marks[place].merge(other.marks[place]) }
    overall.merge(other.overall)
    invalid += other.invalid
  }

  /// Respondents with a score of the mark.
  public func count(of mark: Mark) -> Int { marks[mark.place].count }

  /// The mark’s score; nil when nobody can be scored.
  public func score(of mark: Mark) -> Double? { marks[mark.place].mean }

  /// The interval of a mark’s score; nil for fewer than two respondents.
  public func interval(of mark: Mark, at confidence: Confidence = .standard) -> Interval? {
    marks[mark.place].interval(at: confidence)?.clipped(to: 0...100)
  }

  /// Scores closer than this are alike, whatever the order in which they were added up.
  private static let alike = 1e-9

  /// The lowest mark, the first of equals; nil when none is measured.
  public var weakest: Mark? {
    var weakest: (mark: Mark, score: Double)?
    for mark in Mark.allCases {
      guard let score = score(of: mark) else { continue }
      if let lowest = weakest, score >= lowest.score - Self.alike { continue }
      weakest = (mark, score)
    }
    return weakest?.mark
  }

  /// Whether all four marks reach the threshold; nil unless all are measured.
  public func isFrictionless(threshold: Double = 75) -> Bool? {
    var isFrictionless = true
    for mark in Mark.allCases {
      guard let score = score(of: mark) else { return nil }
      if score < threshold - Self.alike { isFrictionless = false }
    }
    return isFrictionless
  }
}

extension FrictionlessExperience: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "two respondents, the second without three answers on value",
      gives: [
        "trustability": 78.125, "low": 0, "high": 100, "value": 37.5, "overall": 75,
        "frictionless": 0,
      ]
    ) { () throws(MetricRefusal) in
      var experience = Self()
      try experience.add([4, 4, 5, 5, 4, 5, 5, 4, 3, 1, 4, 2, 4, 4, 5, 5])
      try experience.add([2, 3, 5, 5, 5, 5, 4, 4, 4, nil, nil, nil, 4, 4, 3, 5])
      let interval = experience.interval(of: .trustability)
      return [
        experience.score(of: .trustability), interval?.low, interval?.high,
        experience.score(of: .value), experience.overall.mean,
        experience.isFrictionless().map { $0 ? 1 : 0 },
      ]
    },
    MetricExample("one respondent who answers 5 throughout", gives: ["overall": 100, "low": nil]) {
      () throws(MetricRefusal) in
      var experience = Self()
      try experience.add(Array(repeating: 5, count: 16))
      return [experience.overall.mean, experience.interval(of: .value)?.low]
    },
    MetricExample("15 answers", refuses: .lengthMismatch) { () throws(MetricRefusal) in
      var experience = Self()
      try experience.add(Array(repeating: 5, count: 15))
      return []
    },
  ]
}
