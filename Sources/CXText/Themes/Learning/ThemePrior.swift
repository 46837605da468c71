private import Foundation

/// What is thought of a comment and a theme before anybody judged an example.
enum ThemePrior {
  /// - Parameters:
  ///   - isTouched: whether the comment has a word of the theme.
  ///   - context: the logit that it has, by what stands around.
  static func logit(isTouched: Bool, context: Double) -> Double {
    isTouched ? touched + 0.3 * max(-3, context) : context + untouched
  }

  /// Of eight comments with a word of a theme about seven are about it.
  private static let touched = 2.0

  /// ln((1 − c)/c), where seven in ten comments about a theme have a word of it.
  private static let untouched = -0.9
}
