/// Cuts a clause where one opinion is joined to the opposite one: “the food was great and the staff
/// rude”.
enum OpinionTurns {
  /// Words that join; «و» as often as “and” joins what belongs together, so that they alone cut
  /// nothing.
  private static let joining: PackedTable<Void> = ["and", "và", "mà", "với", "و", "lại", "thì"]

  /// The clauses, those with unlike opinions on both sides of a joining word cut before it.
  static func cut(
    _ clauses: [Range<Int>],
    of comment: borrowing ReadComment,
    _ opinions: [Opinion]
  ) -> [Range<Int>] {
    guard opinions.count > 1 else { return clauses }
    var found: [Range<Int>] = []
    for clause in clauses {
      var start = clause.lowerBound
      for place in clause where place > start {
        let isJoint = joining.contains(PackedForm(comment.bytes, comment.words[place].form))
        guard isJoint, isTurn(place, start..<clause.upperBound, opinions) else { continue }
        found.append(start..<place)
        start = place
      }
      found.append(start..<clause.upperBound)
    }
    return found
  }

  /// Whether the opinions next to a word, on its two sides within a clause, are opposite.
  private static func isTurn(_ place: Int, _ clause: Range<Int>, _ opinions: [Opinion]) -> Bool {
    let before = opinions.last { $0.end <= place && $0.end > clause.lowerBound }
    let after = opinions.first { $0.end > place && $0.end <= clause.upperBound }
    guard let before, let after else { return false }
    return before.worth * after.worth < 0
  }
}
