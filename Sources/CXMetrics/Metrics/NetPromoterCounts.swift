/// How many promoters, passives and detractors answered.
///
/// Groups are pooled by adding counts; scores are never averaged.
public struct NetPromoterCounts: Hashable, Sendable, BitwiseCopyable {
  public private(set) var promoters: Int
  public private(set) var passives: Int
  public private(set) var detractors: Int

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

  public var total: Int { promoters + passives + detractors }

  /// Everybody is in one group: the Wald interval shrinks to a point and says nothing.
  public var isUnanimous: Bool {
    total > 0 && (promoters == total || passives == total || detractors == total)
  }

  /// What was taken back never exceeds what came in, unless the ledger is broken.
  public var isMeasurable: Bool {
    total > 0 && promoters >= 0 && passives >= 0 && detractors >= 0
  }

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
