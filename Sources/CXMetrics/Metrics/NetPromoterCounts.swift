/// How many promoters, passives and detractors answered, and how groups are pooled.
///
/// - Formula: pooled score = 100 (ΣP − ΣD) / Σn; the plain mean of the groups’ scores says
///   something else, and is not the score of all customers.
/// - Units: responses. The score of no responses is nil, and such a group is left out of the mean.
/// - Interval: that of `NetPromoterScore` on the pooled counts.
/// - Complexity: three counts; merges by addition.
/// - Beware: never pool or compare the two scales, 0–10 and 1–10.
/// - Source: F. F. Reichheld, Harvard Business Review 81(12), 2003.
public struct NetPromoterCounts: Hashable, Sendable, BitwiseCopyable {
  /// 9 and 10.
  public private(set) var promoters: Int
  /// 7 and 8.
  public private(set) var passives: Int
  /// 6 and less.
  public private(set) var detractors: Int

  /// Counts that are known already.
  public init(promoters: Int = 0, passives: Int = 0, detractors: Int = 0) {
    self.promoters = promoters
    self.passives = passives
    self.detractors = detractors
  }

  /// Point 0 of the tally is the lowest score of the scale; points beyond the highest are ignored.
  public init(_ scores: Tally<11>, scale: RecommendScale) {
    let lowest = scale.scores.lowest
    detractors = scores[0..<(7 - lowest)]
    passives = scores[(7 - lowest)..<(9 - lowest)]
    promoters = scores[(9 - lowest)..<(11 - lowest)]
  }

  /// All responses.
  public var total: Int { promoters + passives + detractors }

  /// Everybody is in one group: the Wald interval shrinks to a point and says nothing.
  public var isUnanimous: Bool {
    total > 0 && (promoters == total || passives == total || detractors == total)
  }

  /// What was taken back never exceeds what came in, unless the ledger is broken.
  public var isMeasurable: Bool {
    total > 0 && promoters >= 0 && passives >= 0 && detractors >= 0
  }

  /// Pools another group.
  public mutating func merge(_ other: Self) {
    promoters += other.promoters
    passives += other.passives
    detractors += other.detractors
  }

  /// The score in points; nil without responses.
  var value: Double? {
    isMeasurable ? 100 * Double(promoters - detractors) / Double(total) : nil
  }

  var spread: NetPromoterSpread {
    NetPromoterSpread(
      promoters: Double(promoters),
      detractors: Double(detractors),
      n: Double(total)
    )
  }

  var adjusted: NetPromoterSpread { spread.adjusted }
}

/// The shares behind a score, which fix its variance; the counts need not be whole.
struct NetPromoterSpread {
  let promoters: Double
  let detractors: Double
  let n: Double

  /// ¾ of an answer more on both sides and 3 answers more in all.
  ///
  /// - Source: B. Rocks, “Interval Estimation for the Net Promoter Score”,
  ///   The American Statistician 70(4), 2016.
  var adjusted: Self {
    Self(promoters: promoters + 0.75, detractors: detractors + 0.75, n: n + 3)
  }

  /// Points.
  var value: Double { 100 * (promoters - detractors) / n }

  /// Of one answer coded +1, 0 or −1, divided by n, not n − 1.
  var variance: Double {
    let net = (promoters - detractors) / n
    return max(0, (promoters + detractors) / n - net * net)
  }

  /// Points.
  var standardError: Double { 100 * (variance / n).squareRoot() }

  /// The score ± z standard errors, within what a score can be.
  func interval(at confidence: Confidence) -> Interval {
    .around(value, halfWidth: confidence.z * standardError).clipped(to: -100...100)
  }
}

extension NetPromoterCounts: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "9 promoters, 1 passive; 100 promoters, 300 passives, 100 detractors",
      gives: ["pooled": 1.7647058823529411, "plain mean": 45]
    ) { () throws(MetricRefusal) in
      let groups = [
        Self(promoters: 9, passives: 1),
        Self(promoters: 100, passives: 300, detractors: 100),
      ]
      let pooled = groups.reduce(into: Self()) { $0.merge($1) }
      return [
        NetPromoterScore.summary(of: pooled).value, NetPromoterScore.unweightedMean(of: groups),
      ]
    },
    MetricExample("no groups", gives: ["pooled": nil, "plain mean": nil]) {
      () throws(MetricRefusal) in
      [NetPromoterScore.summary(of: Self()).value, NetPromoterScore.unweightedMean(of: [])]
    },
  ]
}
