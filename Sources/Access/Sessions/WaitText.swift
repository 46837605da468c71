import Kernel
import Web

/// How long to wait before the next attempt, in words.
enum WaitText {
  static func text(_ wait: Duration, _ words: Catalogue) -> String {
    let seconds = wait.secondsRoundedUp
    return seconds < 60
      ? words.plural("access.sign_in.wait.seconds", seconds)
      : words.plural("access.sign_in.wait.minutes", (seconds + 59) / 60)
  }
}

extension Duration {
  /// Whole seconds, never fewer than there are.
  var secondsRoundedUp: Int { Int((milliseconds + 999) / 1000) }
}
