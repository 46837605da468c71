import CXMetrics
import Kernel

extension ComputeOperation {
  static let responses = responseRates + weighting + [surveyEligibility]

  private static let responseRates = [
    Self("digital_response_rate", "Answers among the surveys that were delivered") {
      input throws(MetricRefusal) in
      let rate = try SurveyResponseRate(
        SurveyDeliveryCounts(
          sent: input.count("sent"),
          bounced: input.optionalCount("bounced") ?? 0,
          ineligible: input.optionalCount("ineligible") ?? 0,
          started: input.count("started"),
          completed: input.count("completed"),
          usablePartials: input.optionalCount("partial_usable") ?? 0
        ),
        confidence: input.confidence()
      )
      return [
        "delivered_eligible": .count(rate.delivered),
        "responses": .count(rate.responses),
        "response_rate": .figure(rate.rate.share),
        "low": .figure(rate.rate.interval?.low),
        "high": .figure(rate.rate.interval?.high),
        "completion_rate": .figure(rate.completionRate),
      ]
    },
    Self("aapor_response_rates", "The six response rates of AAPOR’s definitions") {
      input throws(MetricRefusal) in
      let rates = try StandardResponseRates(
        SurveyDispositions(
          interviews: input.count("I"),
          partials: input.optionalCount("P") ?? 0,
          refusals: input.optionalCount("R") ?? 0,
          noContacts: input.optionalCount("NC") ?? 0,
          others: input.optionalCount("O") ?? 0,
          unknownHouseholds: input.optionalCount("UH") ?? 0,
          unknownOthers: input.optionalCount("UO") ?? 0
        ),
        eligibleShare: input.optionalNumber("e")
      )
      return [
        "RR1": .figure(rates.rr1), "RR2": .figure(rates.rr2), "RR3": .figure(rates.rr3),
        "RR4": .figure(rates.rr4), "RR5": .figure(rates.rr5), "RR6": .figure(rates.rr6),
      ]
    },
    Self("nonresponse_bias", "How far respondents’ mean lies from everybody’s") {
      input throws(MetricRefusal) in
      let bias = try NonResponseBias(
        responseRate: input.number("response_rate"),
        meanOfRespondents: input.number("mean_respondents"),
        meanOfOthers: input.number("mean_nonrespondents")
      )
      return ["bias": .figure(bias.bias), "full_mean": .figure(bias.fullMean)]
    },
    Self("chi_square_composition", "Whether respondents are made up like the frame") {
      input throws(MetricRefusal) in
      let (shares, respondents) = try input.strata("frame_share", or: .respondentOutsideFrame)
      let fit = try SampleComposition(respondents: respondents, shares: shares.map(\.value))
      return [
        "chi2": .figure(fit.chiSquare),
        "df": .count(fit.degreesOfFreedom),
        "p_value": .figure(fit.pValue),
        "min_expected": .figure(fit.expectedCountMin),
      ]
    },
  ]

  private static let surveyEligibility = Self(
    "survey_eligibility",
    "Whether somebody may be asked again, and when"
  ) { input throws(MetricRefusal) in
    let eligibility = try SurveyEligibility(
      at: input.time("now"),
      invitations: input.times("invitations"),
      responses: input.times("responses"),
      hasOptedOut: input.flag("opted_out") ?? false,
      policy: input.contactPolicy()
    )
    return [
      "eligible": .bool(eligibility.isEligible),
      "reasons": .array(eligibility.reasons.map { .string($0.rawValue) }),
      "next_eligible": eligibility.nextEligible.map { .string(Self.time($0)) } ?? .null,
    ]
  }

  /// Within the years that a policy can reach from a date of four digits.
  private static func time(_ seconds: Double) -> String {
    Instant(milliseconds: Int64((seconds * 1000).rounded())).description
  }
}

extension ComputeInput {
  /// Strata of a frame with their respondents; who answered from elsewhere is refused, but only
  /// once there is anybody at all.
  func strata(
    _ key: String,
    or refusal: MetricRefusal
  ) throws(MetricRefusal) -> (frame: [(name: String, value: Double)], respondents: [Int]) {
    let frame = try named(key, \.number)
    let answered = try named("respondents", \.countValue)
    let places = Dictionary(
      frame.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
    var respondents = Array(repeating: 0, count: frame.count)
    for (name, count) in answered where count > 0 {
      guard let place = places[name] else { throw refusal }
      respondents[place] = count
    }
    return (frame, respondents)
  }

  /// Seconds since 1970.
  fileprivate func time(_ key: String) throws(MetricRefusal) -> Double {
    try Self.seconds(text(key))
  }

  fileprivate func times(_ key: String) throws(MetricRefusal) -> [Double] {
    var times: [Double] = []
    for element in try list(key) {
      guard let text = element.string else { throw .invalidInput }
      times.append(try Self.seconds(text))
    }
    return times
  }

  private static func seconds(_ text: String) throws(MetricRefusal) -> Double {
    guard let instant = Instant(text) else { throw .invalidDates }
    return Double(instant.milliseconds) / 1000
  }

  /// The usual policy in all that is not given.
  fileprivate func contactPolicy() throws(MetricRefusal) -> ContactPolicy {
    guard let value = self["policy"] else { return .standard }
    guard let object = value.object else { throw .invalidInput }
    let policy = Self(object)
    return try ContactPolicy(
      quarantineDays: policy.optionalNumber("quarantine_days") ?? 30,
      restDays: policy.optionalNumber("rest_after_response_days") ?? 90,
      windowDays: policy.optionalNumber("window_days") ?? 365,
      invitationsMax: policy.optionalCount("max_per_window") ?? 4
    )
  }
}
