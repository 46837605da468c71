import Kernel

/// A question whose answers are scores, as figures find it.
package struct ScoredQuestion: Hashable, Sendable {
  /// The number that facts know it by.
  package let id: Int64

  /// The survey's token.
  package let survey: String
  package let key: String
  package let kind: QuestionKind
}
