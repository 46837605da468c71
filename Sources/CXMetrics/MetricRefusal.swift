/// Why a figure was refused. The raw value is the code that machines read, so it never changes.
public enum MetricRefusal: String, Error, Hashable, Sendable, CaseIterable {
  case invalidConfidence = "invalid_confidence"
  case invalidInput = "invalid_input"
  case invalidMargin = "invalid_margin"
  case invalidResponseRate = "invalid_response_rate"
  case lengthMismatch = "length_mismatch"
  case missingWeight = "missing_weight"
  case negativeWeight = "negative_weight"
  case noBaseline = "no_baseline"
  case noData = "no_data"
  case tooFewPeriods = "too_few_periods"
}

extension MetricRefusal: CustomStringConvertible {
  /// The reason in plain words, with what to do about it.
  public var description: String {
    switch self {
    case .invalidConfidence:
      "the confidence must lie between 0 and 1, both excluded; 0.95 is usual"
    case .invalidInput:
      "a value is missing, of the wrong kind or impossible; check the names and ranges"
    case .invalidMargin:
      "the margin must be more than 0 and less than 100 points"
    case .invalidResponseRate:
      "the response rate must be more than 0 and at most 1; write 20 % as 0.2"
    case .lengthMismatch:
      "there must be as many weights as scores"
    case .missingWeight:
      "a valid score has no weight; give one, or 0 to leave the score out"
    case .negativeWeight:
      "a weight is negative; weights are 0 or more"
    case .noBaseline:
      "the baseline periods hold no responses; choose a longer baseline"
    case .noData:
      "one of the samples holds no responses"
    case .tooFewPeriods:
      "a trend needs at least three periods with responses"
    }
  }
}
