private import Foundation

/// What is thought of a comment and a theme before anybody judged an example.
enum ThemePrior {
  /// - Parameters:
  ///   - isTouched: whether the comment has a word of the theme.
  ///   - context: the logit that it has, by what stands around.
  static func logit(isTouched: Bool, context: Double) -> Double {
    unsafe isTouched ? Tuning.touched + 0.3 * max(-3, context) : context - Tuning.untouched
  }
}
