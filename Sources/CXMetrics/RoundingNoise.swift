/// What rounding alone can make of values that are really alike.
enum RoundingNoise {
  /// A spread below this share of the largest value is rounding, not a difference.
  static let share = 1e-15

  /// A correlation nearer to 1 than this is 1.
  static let ofCorrelation = 1e-14
}
