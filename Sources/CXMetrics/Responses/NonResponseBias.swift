/// How far the mean of those who answered lies from the mean of everybody asked.
///
/// - Formula: bias = (1 − response rate) (mean of respondents − mean of the others).
/// - Units: those of the mean; positive when respondents give more than everybody would.
/// - Interval: none; the mean of the others is an assumption or comes from a follow-up.
/// - Complexity: constant.
/// - Beware: the response rate alone says nothing about bias.
/// - Source: R. M. Groves and E. Peytcheva, Public Opinion Quarterly 72, 2008; J. Bethlehem,
///   “Applied Survey Methods”, 2009.
public struct NonResponseBias: Hashable, Sendable, BitwiseCopyable {
  /// What is to be taken off the mean of the respondents.
  public let bias: Double

  /// The mean that everybody together would have given.
  public let fullMean: Double

  /// - Throws: `invalidResponseRate` unless the rate is more than 0 and at most 1, `invalidInput`
  ///   for means that are not finite or too far apart to subtract.
  public init(
    responseRate: Double,
    meanOfRespondents: Double,
    meanOfOthers: Double
  ) throws(MetricRefusal) {
    guard responseRate > 0, responseRate <= 1 else { throw .invalidResponseRate }
    bias = (1 - responseRate) * (meanOfRespondents - meanOfOthers)
    fullMean = meanOfRespondents - bias
    guard bias.isFinite, fullMean.isFinite else { throw .invalidInput }
  }
}

extension NonResponseBias: Exemplified {
  public static let examples: [MetricExample] = [
    MetricExample(
      "a quarter answers, mean 42, the others 30",
      gives: ["bias": 9, "full mean": 33]
    ) { () throws(MetricRefusal) in
      let bias = try Self(responseRate: 0.25, meanOfRespondents: 42, meanOfOthers: 30)
      return [bias.bias, bias.fullMean]
    },
    MetricExample("everybody answers, mean 7", gives: ["bias": 0, "full mean": 7]) {
      () throws(MetricRefusal) in
      let bias = try Self(responseRate: 1, meanOfRespondents: 7, meanOfOthers: 2)
      return [bias.bias, bias.fullMean]
    },
    MetricExample("response rate 20", refuses: .invalidResponseRate) {
      () throws(MetricRefusal) in
      [try Self(responseRate: 20, meanOfRespondents: 7, meanOfOthers: 2).bias]
    },
  ]
}
