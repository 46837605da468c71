/// The share of delivered surveys that were answered.
///
/// - Formula: (completed + usable partials) / (sent − bounced − ineligible); a partial is usable
///   when its key question was answered.
/// - Units: shares, 0 through 1. Nil where nothing was delivered.
/// - Interval: Wilson.
/// - Complexity: five counts, which merge by addition.
/// - Beware: a high response rate does not prove the absence of bias; compare early answers with
///   late ones. Reminders are invitations.
/// - Source: AAPOR, “Standard Definitions”, 2023.
public struct SurveyResponseRate: Hashable, Sendable, BitwiseCopyable {
  /// Surveys that reached somebody who could have answered.
  public let delivered: Int

  /// Complete answers and usable partial ones.
  public let responses: Int

  /// Responses among those delivered, with its interval.
  public let rate: Proportion

  /// Completed among those started; nil where none was started.
  public let completionRate: Double?

  /// - Throws: `inconsistentCounts` when there are more answers than deliveries, `invalidInput` for
  ///   a negative or absurd count.
  public init(
    _ counts: SurveyDeliveryCounts,
    confidence: Confidence = .standard
  ) throws(MetricRefusal) {
    guard counts.areCounts else { throw .invalidInput }
    delivered = counts.sent - counts.bounced - counts.ineligible
    responses = counts.completed + counts.usablePartials
    guard responses <= delivered else { throw .inconsistentCounts }
    rate = try Proportion(successes: responses, trials: delivered, confidence: confidence)
    completionRate =
      counts.started > 0 ? Double(counts.completed) / Double(counts.started) : nil
  }
}

/// What became of the surveys that were sent.
public struct SurveyDeliveryCounts: Hashable, Sendable, BitwiseCopyable {
  /// All surveys that left.
  public var sent: Int
  /// Those that came back undelivered.
  public var bounced: Int
  /// Those that reached somebody who should not have been asked.
  public var ineligible: Int
  /// Those that were opened and begun.
  public var started: Int
  /// Those that were answered to the end.
  public var completed: Int
  /// Those broken off after the key question was answered.
  public var usablePartials: Int

  /// Counts are 0 or more; the rate refuses others.
  public init(
    sent: Int,
    bounced: Int = 0,
    ineligible: Int = 0,
    started: Int,
    completed: Int,
    usablePartials: Int = 0
  ) {
    self.sent = sent
    self.bounced = bounced
    self.ineligible = ineligible
    self.started = started
    self.completed = completed
    self.usablePartials = usablePartials
  }

  /// Adds the counts of another channel, wave or node.
  public mutating func merge(_ other: Self) {
    sent &+= other.sent
    bounced &+= other.bounced
    ineligible &+= other.ineligible
    started &+= other.started
    completed &+= other.completed
    usablePartials &+= other.usablePartials
  }

  /// Each is a count, small enough that sums of them cannot overflow.
  fileprivate var areCounts: Bool {
    [sent, bounced, ineligible, started, completed, usablePartials]
      .allSatisfy(CountLimit.contains)
  }
}

extension SurveyResponseRate: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "1000 sent, 40 bounced, 10 ineligible, 260 started, 190 completed, 15 usable partials",
      gives: [
        "delivered": 950, "responses": 205, "rate": 0.21578947368421053,
        "low": 0.19080294241967397, "high": 0.24306523870589522,
        "completion": 0.7307692307692307,
      ],
      within: 1e-7
    ) { () throws(MetricRefusal) in
      let rate = try Self(
        SurveyDeliveryCounts(
          sent: 1000,
          bounced: 40,
          ineligible: 10,
          started: 260,
          completed: 190,
          usablePartials: 15
        )
      )
      return [
        Double(rate.delivered), Double(rate.responses), rate.rate.share, rate.rate.interval?.low,
        rate.rate.interval?.high, rate.completionRate,
      ]
    },
    MetricExample("nothing sent", gives: ["rate": nil, "completion": nil]) {
      () throws(MetricRefusal) in
      let rate = try Self(SurveyDeliveryCounts(sent: 0, started: 0, completed: 0))
      return [rate.rate.share, rate.completionRate]
    },
    MetricExample("10 sent, 5 bounced, 9 completed", refuses: .inconsistentCounts) {
      () throws(MetricRefusal) in
      let counts = SurveyDeliveryCounts(sent: 10, bounced: 5, started: 9, completed: 9)
      return [try Self(counts).rate.share]
    },
  ]
}
