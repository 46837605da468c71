import CXMetrics

/// How many times more the periods of a phrase’s past differ than chance makes them.
///
/// - Formula: Pearson’s Σ (x − e)²/e over the past periods, e = comments · share, divided by one
///   less than their number; drawn towards that of all phrases together, which counts as much as
///   ``priorPeriods`` periods more. At least 1.
/// - Source: P. McCullagh and J. A. Nelder, Generalized Linear Models, 1989, section 4.5, for the
///   quotient; G. K. Smyth, Statistical Applications in Genetics and Molecular Biology 3, 2004, for
///   drawing many such towards one.
struct WeekSpread {
  static let priorPeriods = 4.0
  /// Rarer phrases say nothing of how periods differ.
  private static let mentionsMin = 5

  private let common: Double

  /// - Parameter past: for each phrase, mentions by period.
  init(past: [[Int]], comments: [Int]) {
    var (sum, degrees) = (0.0, 0.0)
    for mentions in past where mentions.reduce(0, +) >= Self.mentionsMin {
      guard let own = Self.pearson(mentions, comments) else { continue }
      sum += own.sum
      degrees += own.degrees
    }
    common = degrees > 0 ? max(1, sum / degrees) : 1
  }

  func dispersion(_ mentions: [Int], comments: [Int]) -> Double {
    guard let own = Self.pearson(mentions, comments), mentions.reduce(0, +) >= Self.mentionsMin
    else { return common }
    return max(
      1,
      (own.sum + Self.priorPeriods * common) / (own.degrees + Self.priorPeriods)
    )
  }

  private static func pearson(_ mentions: [Int], _ comments: [Int]) -> (
    sum: Double, degrees: Double
  )? {
    let all = comments.reduce(0, +)
    let said = mentions.reduce(0, +)
    let periods = comments.count { $0 > 0 }
    guard periods > 1, said > 0 else { return nil }
    var sum = 0.0
    for (count, size) in zip(mentions, comments) where size > 0 {
      let expected = Double(said) * Double(size) / Double(all)
      sum += (Double(count) - expected) * (Double(count) - expected) / expected
    }
    return (sum, Double(periods - 1))
  }
}
