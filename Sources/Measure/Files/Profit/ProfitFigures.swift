import CXMetrics
import Kernel
import Tabular

/// What purchases and answers say together: the one value that table, JSON and page print.
struct ProfitFigures: Sendable {
  let purchases: ProfitFileUse?
  let scores: ProfitFileUse?
  let confidence: Confidence

  /// The last period and the one before it; nil without purchases.
  let periods: Periods?

  /// Nil without purchases, as are the next two.
  let quality: ProfitQuality?

  /// Nil without answers.
  let value: SegmentValue?
  let growth: EarnedGrowth?

  /// Nil unless the answers say who was satisfied and who left.
  let defectors: SatisfiedDefectors?

  /// The purchases say what they earned, not only what they brought in.
  let hasProfit: Bool
  private(set) var remarks: [String]

  struct Periods: Hashable, Sendable {
    /// The last day of this period.
    let last: Day
    let days: Int

    var first: Day { last + (1 - days) }
    var priorFirst: Day { last + (1 - 2 * days) }

    /// 0 is this period, 1 the one before, more is earlier; nil after it.
    func age(of day: Day) -> Int? {
      let distance = last - day
      return distance < 0 ? nil : min(2, distance / days)
    }
  }

  init(_ rows: ProfitRows, _ question: ProfitQuestion) throws(MetricRefusal) {
    purchases = rows.purchaseUse
    scores = rows.answerUse
    confidence = question.confidence
    hasProfit = rows.hasProfit
    let answers = AnswersByCustomer(rows)
    let periods = Self.periods(rows, question)
    self.periods = periods
    var remarks = (rows.purchaseUse?.remarks ?? []) + (rows.answerUse?.remarks ?? [])
    if let periods {
      var sums = CustomerSums(customers: rows.customers.count)
      quality = try sums.add(rows.purchases, periods, answers)
      growth = try sums.growth(reasons: rows.reasons)
      value = answers.hasScores ? try sums.value(at: periods.last, answers) : nil
      remarks += sums.remarks(periods, rows)
    } else {
      (quality, growth, value) = (nil, nil, nil)
    }
    defectors = answers.defectors
    self.remarks = remarks
    if isSatisfactionHindsight {
      self.remarks.append(
        "none of the satisfied customers left: satisfaction was noted after others had left, "
          + "it seems, so it foretells nothing"
      )
    }
  }

  /// Whether satisfaction was probably noted after customers had left: not one of many satisfied
  /// ones did, while others left. Nobody can tell so well beforehand who will stay.
  var isSatisfactionHindsight: Bool {
    guard let satisfied = try? defectors?.defectorsAmongSatisfied(),
      let others = try? defectors?.defectorsAmongOthers()
    else { return false }
    return satisfied.successes == 0 && satisfied.trials >= Estimate.lowBaseBelow
      && others.successes >= Estimate.lowBaseBelow
  }

  /// Nil without purchases up to the last day.
  private static func periods(_ rows: ProfitRows, _ question: ProfitQuestion) -> Periods? {
    guard let span = rows.purchases.span else { return nil }
    let (first, newest) = (span.lowerBound, span.upperBound)
    let last = question.asOf ?? question.today.map { min($0, newest) } ?? newest
    guard last >= first else { return nil }
    let usual = min(ProfitQuestion.periodDaysUsual, (last - first + 1) / 2)
    return Periods(last: last, days: max(1, question.periodDays ?? usual))
  }
}

/// Answers of each customer by day, and who left.
struct AnswersByCustomer: Sendable {
  private let sorted: [ProfitAnswer]

  /// Where each customer's answers start.
  private let starts: [Int]

  /// Somebody answered the question of recommending.
  let hasScores: Bool
  let defectors: SatisfiedDefectors?

  init(_ rows: ProfitRows) {
    let scored = rows.answers.enumerated().filter { $0.element.score != nil }
    hasScores = !scored.isEmpty
    // Of the same day the later row is the newer.
    sorted = scored.sorted { left, right in
      (left.element.customer, left.element.day?.rawValue ?? .min, left.offset)
        < (right.element.customer, right.element.day?.rawValue ?? .min, right.offset)
    }.map(\.element)
    var starts = Array(repeating: 0, count: rows.customers.count + 1)
    for answer in sorted { starts[answer.customer + 1] += 1 }
    for customer in 0..<rows.customers.count { starts[customer + 1] += starts[customer] }
    self.starts = starts
    defectors = Self.defectors(of: rows)
  }

  /// The group of the latest answer up to a day and not too long before it.
  func group(of customer: Int, on day: Day) -> RecommendGroup? {
    var (low, high) = (starts[customer], starts[customer + 1])
    let first = low
    while low < high {
      let middle = (low + high) / 2
      if let answered = sorted[middle].day, answered > day {
        high = middle
      } else {
        low = middle + 1
      }
    }
    guard low > first else { return nil }
    let latest = sorted[low - 1]
    if let answered = latest.day, day - answered > ProfitQuality.answerDaysMax { return nil }
    return latest.score?.group
  }

  /// By the last survey of each customer that says how satisfied they were.
  private static func defectors(of rows: ProfitRows) -> SatisfiedDefectors? {
    var latest: [Int: ProfitAnswer] = [:]
    for answer in rows.answers where answer.satisfaction != nil && answer.left != nil {
      if let known = latest[answer.customer], let before = known.day, let day = answer.day,
        before > day
      {
        continue
      }
      latest[answer.customer] = answer
    }
    guard !latest.isEmpty else { return nil }
    var defectors = SatisfiedDefectors()
    for answer in latest.values {
      defectors.add(satisfaction: answer.satisfaction, defected: answer.left)
    }
    return defectors
  }
}
