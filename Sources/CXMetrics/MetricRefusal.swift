/// Why a figure was refused. The raw value is the code that machines read, so it never changes.
public enum MetricRefusal: String, Error, Hashable, Sendable, CaseIterable {
  /// Every outcome is the same.
  case constantOutcome = "constant_outcome"
  /// A category with a target has no respondents.
  case emptyMargin = "empty_margin"
  /// A stratum of the frame has no respondents.
  case emptyStratum = "empty_stratum"
  /// A SERVQUAL respondent has more or fewer than 22 items.
  case expected22Items = "expected_22_items"
  /// More answers than surveys delivered.
  case inconsistentCounts = "inconsistent_counts"
  /// A confidence outside 0 to 1.
  case invalidConfidence = "invalid_confidence"
  /// Dates that are none, or out of order.
  case invalidDates = "invalid_dates"
  /// No time observed in some period or group.
  case invalidExposure = "invalid_exposure"
  /// A value that is missing, of the wrong kind, or impossible.
  case invalidInput = "invalid_input"
  /// A margin of error of 0 points or less, or of 100 or more.
  case invalidMargin = "invalid_margin"
  /// A rating off its scale.
  case invalidRating = "invalid_rating"
  /// An expected response rate outside 0 to 1.
  case invalidResponseRate = "invalid_response_rate"
  /// Lists that belong together differ in length.
  case lengthMismatch = "length_mismatch"
  /// A legal score without a weight.
  case missingWeight = "missing_weight"
  /// No customer, or not every customer, has repeat purchases with spend.
  case needsRepeatCustomers = "needs_repeat_customers_with_positive_spend"
  /// A weight below 0.
  case negativeWeight = "negative_weight"
  /// Baseline periods without responses.
  case noBaseline = "no_baseline"
  /// Nothing to measure.
  case noData = "no_data"
  /// No driver varies.
  case noUsableDriver = "no_usable_driver"
  /// An iteration that did not settle.
  case notConverged = "not_converged"
  /// A respondent of a stratum that the frame does not have.
  case respondentOutsideFrame = "respondent_outside_frame"
  /// Drivers that repeat each other.
  case singularDrivers = "singular_drivers"
  /// Fewer complete pairs than a test needs.
  case tooFewPairs = "too_few_pairs"
  /// Fewer periods with responses than a trend needs.
  case tooFewPeriods = "too_few_periods"
  /// Fewer complete rows than drivers need.
  case tooFewRows = "too_few_rows"
  /// Fewer units with repeated pairs than the figure needs.
  case tooFewUnits = "too_few_units"
  /// A label that is not in the list.
  case unknownLabel = "unknown_label"
  /// The window is not over yet.
  case windowNotComplete = "window_not_complete"
  /// A group without a purchase in some period.
  case zeroCell = "zero_cell"
}

extension MetricRefusal: CustomStringConvertible {
  /// The reason in plain words, with what to do about it.
  public var description: String {
    switch self {
    case .constantOutcome:
      "all outcomes are alike, so nothing can explain them; choose an outcome that varies"
    case .emptyMargin:
      "a category with a target has no respondents; join it with another before weighting"
    case .emptyStratum:
      "a stratum of the frame has no respondents; join it with another before weighting"
    case .expected22Items:
      "every respondent needs 22 answers, one for each item; leave null where one is missing"
    case .inconsistentCounts:
      "more answers than surveys delivered; check what was sent, bounced and answered"
    case .invalidConfidence:
      "the confidence must lie between 0 and 1, both excluded; 0.95 is usual"
    case .invalidDates:
      "the dates are not in order or not dates; a period must end after it starts"
    case .invalidExposure:
      "the time observed must be more than 0 in both periods and both groups"
    case .invalidInput:
      "a value is missing, of the wrong kind or impossible; check the names and ranges"
    case .invalidMargin:
      "the margin must be more than 0 and less than 100 points"
    case .invalidRating:
      "a rating is off its scale; give a whole number from 0 to 4"
    case .invalidResponseRate:
      "the response rate must be more than 0 and at most 1; write 20 % as 0.2"
    case .lengthMismatch:
      "two lists that belong together differ in length; give each value its partner"
    case .missingWeight:
      "a valid score has no weight; give one, or 0 to leave the score out"
    case .needsRepeatCustomers:
      "only customers with a repeat purchase and spend above 0 can be fitted; leave the others out"
    case .negativeWeight:
      "a weight is negative; weights are 0 or more"
    case .noBaseline:
      "the baseline periods hold no responses; choose a longer baseline"
    case .noData:
      "one of the samples holds no responses"
    case .noUsableDriver:
      "no driver varies, so none can explain anything; add drivers that differ between rows"
    case .notConverged:
      "the search did not settle; give more data, or a wider tolerance"
    case .respondentOutsideFrame:
      "a respondent belongs to a stratum that the frame does not have; add it, or leave them out"
    case .singularDrivers:
      "some drivers say the same as others together; leave one of them out"
    case .tooFewPairs:
      "at least two complete pairs are needed"
    case .tooFewPeriods:
      "a trend needs at least three periods with responses"
    case .tooFewRows:
      "there must be at least two complete rows more than drivers"
    case .tooFewUnits:
      "at least two units with two complete pairs each are needed"
    case .unknownLabel:
      "a label is not in the list of labels; add it, or correct it"
    case .windowNotComplete:
      "the window is not over yet; measure again after its last day"
    case .zeroCell:
      "a group bought nothing in one of the periods, so rates cannot be compared"
    }
  }
}
