/// Scores as they come in: what counts, what is missing, what is not a score of the scale.
///
/// A missing or illegal score never enters a denominator; an illegal one is counted, never
/// clamped or rounded.
public struct ScoredResponses<let size: Int>: Sendable, Equatable {
  /// The scale that scores are read on.
  public let scale: ScoreScale

  /// Legal scores, counted by point.
  public private(set) var tally = Tally<size>()

  /// Questions left unanswered.
  public private(set) var missing = 0

  /// Answers that are no score of the scale.
  public private(set) var invalid = 0

  /// A scale wider than the tally is a programming mistake and stops the process.
  public init(on scale: ScoreScale) {
    precondition(scale.points <= size, "the scale has more points than the tally")
    self.scale = scale
  }

  /// Takes in one response; nil is a question left unanswered.
  public mutating func add(_ score: Double?) {
    guard let score else {
      missing += 1
      return
    }
    guard let point = scale.point(of: score) else {
      invalid += 1
      return
    }
    tally.add(point)
  }

  /// Takes in one response to whose question something was answered that is no number.
  public mutating func addIllegible() { invalid += 1 }

  /// Takes in other responses on the same scale, as though added here one by one.
  public mutating func merge(_ other: Self) {
    tally.merge(other.tally)
    missing += other.missing
    invalid += other.invalid
  }
}
