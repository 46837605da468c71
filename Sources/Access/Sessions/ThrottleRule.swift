import Kernel

/// How failed attempts slow down the next ones.
///
/// After `free` failures each further one doubles the wait, up to `waitMax`.
struct ThrottleRule: Hashable, Sendable {
  let free: Int
  let waitMax: Duration

  /// Failures this old are forgotten.
  static let memory: Duration = .seconds(3600)

  /// One address trying one account: somebody at a keyboard, or a guesser.
  static let pair = ThrottleRule(free: 5, waitMax: .seconds(900))

  /// Many addresses trying one account. Its owner may be among them, so the wait stays bearable.
  static let account = ThrottleRule(free: 20, waitMax: .seconds(60))

  /// One address trying many accounts. It may be a whole office's, so much is free.
  static let address = ThrottleRule(free: 100, waitMax: .seconds(60))

  func wait(after failures: Int) -> Duration {
    guard failures >= free else { return .zero }
    return min(waitMax, .seconds(1 << min(failures - free, 20)))
  }
}
