package import Kernel

/// One score on its way into the ledger, with where and how it was given in words.
package struct NewFact: Sendable {
  package let question: Int64
  package let version: Int64
  package let day: Day

  /// 0 through 10, counted from the lowest of the question's scale.
  package let points: Int

  /// +1 for a score, −1 to take an equal one back.
  package let sign: Int
  package let dimensions: [(dimension: String, value: String)]

  /// Nil once the person behind it was erased.
  package let response: Int64?

  package init(
    question: Int64,
    version: Int64,
    day: Day,
    points: Int,
    sign: Int,
    dimensions: [(dimension: String, value: String)],
    response: Int64?
  ) {
    precondition((0...10).contains(points), "a fact holds 0 through 10 points, not \(points)")
    precondition(sign == 1 || sign == -1, "a fact counts once or takes back once")
    self.question = question
    self.version = version
    self.day = day
    self.points = points
    self.sign = sign
    self.dimensions = dimensions
    self.response = response
  }
}
