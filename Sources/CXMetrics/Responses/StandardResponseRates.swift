/// The six response rates of the American Association for Public Opinion Research.
///
/// - Formula: RR1 = I / (I + P + R + NC + O + UH + UO), I being interviews, P partial ones, R
///   refusals, NC no contact, O others, UH and UO unknown whether a household and whether
///   eligible; RR2 counts partials as answers; RR3 and RR4 are the same with the unknown
///   multiplied by e, the share of them thought eligible; RR5 and RR6 leave the unknown out.
/// - Units: shares, 0 through 1. Nil where the denominator is 0.
/// - Interval: none; they describe the field work.
/// - Complexity: seven counts, which merge by addition.
/// - Source: AAPOR, “Standard Definitions”, 2023.
public struct StandardResponseRates: Hashable, Sendable, BitwiseCopyable {
  /// Interviews among all cases: the lowest of the rates.
  public let rr1: Double?
  /// As `rr1`, partial interviews counted.
  public let rr2: Double?
  /// Interviews among the known and the unknown thought eligible; nil without their share.
  public let rr3: Double?
  /// As `rr3`, partial interviews counted.
  public let rr4: Double?
  /// Interviews among the cases known to be eligible.
  public let rr5: Double?
  /// As `rr5`, partial interviews counted: the highest of the rates.
  public let rr6: Double?

  /// - Parameters:
  ///   - cases: how many ended in which way.
  ///   - eligibleShare: of the cases of unknown eligibility, 0 through 1; e in the literature.
  /// - Throws: `invalidInput` for a negative or absurd count or a share outside 0...1.
  public init(
    _ cases: SurveyDispositions,
    eligibleShare: Double? = nil
  ) throws(MetricRefusal) {
    guard cases.all.allSatisfy(CountLimit.contains) else { throw .invalidInput }
    if let eligibleShare {
      guard eligibleShare >= 0, eligibleShare <= 1 else { throw .invalidInput }
    }
    let full = Double(cases.interviews)
    let any = full + Double(cases.partials)
    let known =
      any + Double(cases.refusals) + Double(cases.noContacts) + Double(cases.others)
    let unknown = Double(cases.unknownHouseholds) + Double(cases.unknownOthers)
    func share(_ part: Double, unknownTimes factor: Double?) -> Double? {
      guard let factor else { return nil }
      let whole = known + factor * unknown
      return whole > 0 ? part / whole : nil
    }
    rr1 = share(full, unknownTimes: 1)
    rr2 = share(any, unknownTimes: 1)
    rr3 = share(full, unknownTimes: eligibleShare)
    rr4 = share(any, unknownTimes: eligibleShare)
    rr5 = share(full, unknownTimes: 0)
    rr6 = share(any, unknownTimes: 0)
  }
}

/// What became of the cases of a sample, by the codes of the field.
public struct SurveyDispositions: Hashable, Sendable, BitwiseCopyable {
  /// Complete interviews, I.
  public var interviews: Int
  /// Partial interviews, P.
  public var partials: Int
  /// Refusals and break-offs, R.
  public var refusals: Int
  /// Nobody reached, NC.
  public var noContacts: Int
  /// Other reasons, O.
  public var others: Int
  /// Unknown whether there is a household at all, UH.
  public var unknownHouseholds: Int
  /// Unknown for other reasons, UO.
  public var unknownOthers: Int

  /// Counts are 0 or more; the rates refuse others.
  public init(
    interviews: Int,
    partials: Int = 0,
    refusals: Int = 0,
    noContacts: Int = 0,
    others: Int = 0,
    unknownHouseholds: Int = 0,
    unknownOthers: Int = 0
  ) {
    self.interviews = interviews
    self.partials = partials
    self.refusals = refusals
    self.noContacts = noContacts
    self.others = others
    self.unknownHouseholds = unknownHouseholds
    self.unknownOthers = unknownOthers
  }

  /// Adds the cases of another wave or node.
  public mutating func merge(_ other: Self) {
    interviews &+= other.interviews
    partials &+= other.partials
    refusals &+= other.refusals
    noContacts &+= other.noContacts
    others &+= other.others
    unknownHouseholds &+= other.unknownHouseholds
    unknownOthers &+= other.unknownOthers
  }

  fileprivate var all: [Int] {
    [interviews, partials, refusals, noContacts, others, unknownHouseholds, unknownOthers]
  }
}

extension StandardResponseRates: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "I 400, P 50, R 150, NC 200, O 20, UH 100, UO 30, e 0.6",
      gives: [
        "RR1": 0.42105263157894735, "RR2": 0.47368421052631576, "RR3": 0.44543429844098,
        "RR4": 0.5011135857461024, "RR5": 0.4878048780487805, "RR6": 0.5487804878048781,
      ]
    ) { () throws(MetricRefusal) in
      let rates = try Self(
        SurveyDispositions(
          interviews: 400,
          partials: 50,
          refusals: 150,
          noContacts: 200,
          others: 20,
          unknownHouseholds: 100,
          unknownOthers: 30
        ),
        eligibleShare: 0.6
      )
      return [rates.rr1, rates.rr2, rates.rr3, rates.rr4, rates.rr5, rates.rr6]
    },
    MetricExample("UH 10, e 0", gives: ["RR1": 0, "RR3": nil, "RR5": nil]) {
      () throws(MetricRefusal) in
      let nobody = SurveyDispositions(interviews: 0, unknownHouseholds: 10)
      let rates = try Self(nobody, eligibleShare: 0)
      return [rates.rr1, rates.rr3, rates.rr5]
    },
    MetricExample("I 5, e 1.2", refuses: .invalidInput) { () throws(MetricRefusal) in
      [try Self(SurveyDispositions(interviews: 5), eligibleShare: 1.2).rr3]
    },
  ]
}
