/// How likely each feeling is, and the one that is told.
public struct FeelingEstimate: Hashable, Sendable {
  /// The probability of each feeling, from 0 through 1; the three add up to 1.
  public let negative: Double
  /// Of neither, or of both.
  public let neutral: Double
  /// Of a good one.
  public let positive: Double

  /// The feeling told; neutral where one is not sure enough of another.
  public let feeling: Feeling

  /// Nothing said, as of a comment without a word.
  public static let none = FeelingEstimate(negative: 0, neutral: 1, positive: 0, feeling: .neutral)

  /// The probability of a feeling.
  public subscript(feeling: Feeling) -> Double {
    switch feeling {
    case .negative: negative
    case .neutral: neutral
    case .positive: positive
    }
  }

  /// The probability of the feeling told.
  public var probability: Double { self[feeling] }

  /// Which way it leans and how far, from −1 through 1: the positive less the negative.
  public var balance: Double { positive - negative }
}

extension FeelingEstimate {
  /// The likeliest is told; of two equally likely the one nearer to neutral.
  init(negative: Double, neutral: Double, positive: Double) {
    let feeling: Feeling =
      if negative > max(neutral, positive) {
        .negative
      } else if positive > max(neutral, negative) {
        .positive
      } else {
        .neutral
      }
    self.init(negative: negative, neutral: neutral, positive: positive, feeling: feeling)
  }
}
