/// Whether somebody may be asked again, and from when on.
///
/// - Formula: not within the quarantine after any invitation, not within the rest after a response,
///   not when as many invitations as allowed lie within the trailing window. Exactly at the limit
///   one may be asked. Whoever opted out may never be.
/// - Units: seconds since 1970, UTC; a day has 86 400 of them.
/// - Interval: none; a rule.
/// - Complexity: linear in the events, plus sorting those within the window.
/// - Beware: the quarantine is one for all surveys and channels; a reminder is an invitation.
///   Events after now are ignored.
/// - Source: the rule of this project.
public struct SurveyEligibility: Hashable, Sendable {
  /// Why not, in the order in which reasons are listed; empty when eligible.
  public let reasons: [Reason]

  /// When the last of the reasons ends; now when there is none, nil after an opt-out.
  public let nextEligible: Double?

  /// May be asked now.
  public var isEligible: Bool { reasons.isEmpty }

  /// What stands against asking; the raw value is what machines read.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// They asked never to be asked.
    case optedOut = "opted_out"
    /// They were invited not long ago.
    case quarantine
    /// They answered not long ago.
    case recentResponse = "recent_response"
    /// They were invited as often as is allowed.
    case annualCap = "annual_cap"
  }

  /// - Parameters:
  ///   - responses: when they answered.
  ///   - hasOptedOut: asked never to be asked.
  ///   - policy: how much may be asked of one person.
  ///   - now: seconds since 1970, as are the events.
  ///   - invitations: to any survey, in any order, reminders included.
  /// - Throws: `invalidInput` for a time that is not finite.
  public init(
    at now: Double,
    invitations: [Double],
    responses: [Double],
    hasOptedOut: Bool = false,
    policy: ContactPolicy = .standard
  ) throws(MetricRefusal) {
    guard now.isFinite, invitations.allSatisfy(\.isFinite), responses.allSatisfy(\.isFinite)
    else { throw .invalidInput }
    guard !hasOptedOut else {
      reasons = [.optedOut]
      nextEligible = nil
      return
    }
    var reasons: [Reason] = []
    var next = now
    func note(_ reason: Reason, from start: Double?, for length: Double) {
      guard let start, now - start < length else { return }
      reasons.append(reason)
      next = max(next, start + length)
    }
    note(.quarantine, from: invitations.filter { $0 <= now }.max(), for: policy.quarantine)
    note(.recentResponse, from: responses.filter { $0 <= now }.max(), for: policy.rest)
    let counted = invitations.filter { $0 <= now && now - $0 < policy.window }.sorted(by: >)
    if counted.count >= policy.invitationsMax {
      note(.annualCap, from: counted[policy.invitationsMax - 1], for: policy.window)
    }
    self.reasons = reasons
    nextEligible = next
  }
}

/// How often somebody may be asked.
public struct ContactPolicy: Hashable, Sendable, BitwiseCopyable {
  /// Seconds of quiet after any invitation.
  let quarantine: Double
  /// Seconds of quiet after a response.
  let rest: Double
  /// Seconds over which invitations are counted.
  let window: Double
  /// How many may lie within the window.
  public let invitationsMax: Int

  /// 30 days after an invitation, 90 after a response, 4 invitations in 365 days.
  public static let standard = ContactPolicy(30, 90, 365, 4)

  /// Longer than anybody keeps a list of customers.
  public static let daysMax = 36_525.0

  /// - Throws: `invalidInput` for days outside 0...36 525 or fewer than one invitation.
  public init(
    quarantineDays: Double,
    restDays: Double,
    windowDays: Double,
    invitationsMax: Int
  ) throws(MetricRefusal) {
    let days = [quarantineDays, restDays, windowDays]
    guard days.allSatisfy({ $0 >= 0 && $0 <= Self.daysMax }), invitationsMax >= 1 else {
      throw .invalidInput
    }
    self.init(quarantineDays, restDays, windowDays, invitationsMax)
  }

  private init(_ quarantine: Double, _ rest: Double, _ window: Double, _ invitationsMax: Int) {
    let day = 86_400.0
    self.quarantine = quarantine * day
    self.rest = rest * day
    self.window = window * day
    self.invitationsMax = invitationsMax
  }
}

extension SurveyEligibility: Exemplified {
  private static let day = 86_400.0

  public static let examples: [MetricExample] = [
    MetricExample("never invited, day 1000", gives: ["reasons": 0, "next day": 1000]) {
      () throws(MetricRefusal) in
      try figures(on: 1000, invitations: [], responses: [])
    },
    MetricExample("invited 10 days before", gives: ["reasons": 1, "next day": 1020]) {
      () throws(MetricRefusal) in
      try figures(on: 1000, invitations: [990], responses: [])
    },
    MetricExample(
      "invited exactly 30 days before, answered 40 days before",
      gives: ["reasons": 1, "next day": 1050]
    ) { () throws(MetricRefusal) in
      try figures(on: 1000, invitations: [970], responses: [960])
    },
    MetricExample(
      "invited 335, 243, 151 and 92 days before",
      gives: ["reasons": 1, "next day": 1030]
    ) { () throws(MetricRefusal) in
      try figures(on: 1000, invitations: [665, 757, 849, 908], responses: [])
    },
  ]

  private static func figures(
    on now: Double,
    invitations: [Double],
    responses: [Double]
  ) throws(MetricRefusal) -> [Double?] {
    let eligibility = try Self(
      at: now * day,
      invitations: invitations.map { $0 * day },
      responses: responses.map { $0 * day }
    )
    return [Double(eligibility.reasons.count), eligibility.nextEligible.map { $0 / day }]
  }
}
