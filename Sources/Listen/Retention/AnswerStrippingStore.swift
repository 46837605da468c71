import Kernel
import Storage

/// Takes words, person and keys from answers and leaves what figures count.
enum AnswerStripping {
  /// Twice is harmless. An import of the same rows does not bring the words back.
  static func strip(_ answers: [ErasableAnswer], at now: Instant, in db: Connection) throws {
    guard !answers.isEmpty else { return }
    let ids = answers.map(\.id)
    try AnswerErasureStore.list(
      answers.flatMap { [ErasedName.stripped($0.publicID)] + $0.roads },
      at: now,
      in: db
    )
    try stripChoices(of: ids, in: db)
    try stripAttributes(of: ids, in: db)
    try db.execute("DELETE FROM written WHERE response IN \(list: ids)")
    try db.execute("DELETE FROM answer WHERE response IN \(list: ids) AND comment IS NOT NULL")
    try db.execute("DELETE FROM submission WHERE response IN \(list: ids)")
    try db.execute(
      """
      UPDATE response SET external_id = NULL, amend_hash = \([UInt8]()),
        flags = flags | \(AnswerFlag.stripped.rawValue)
      WHERE id IN \(list: ids)
      """
    )
  }

  /// That somebody chose “Other” stays, what they wrote there goes.
  private static func stripChoices(of ids: [Int64], in db: Connection) throws {
    for row in try db.rows(
      """
      SELECT response, question, choices FROM answer
      WHERE response IN \(list: ids) AND choices LIKE '%"other"%'
      """
    ) {
      let choices = try JSON.parse(row["choices", as: String.self])
      let left = choices.array.map { JSON.array($0.map(wordless)) } ?? wordless(choices)
      try db.execute(
        """
        UPDATE answer SET choices = \(left.serialized())
        WHERE response = \(row["response", as: Int64.self])
          AND question = \(row["question", as: Int64.self])
        """
      )
    }
  }

  private static func wordless(_ pick: JSON) -> JSON {
    pick["other"] == nil ? pick : ["other": .string("")]
  }

  /// What figures are split by stays: it is a part of them.
  private static func stripAttributes(of ids: [Int64], in db: Connection) throws {
    for row in try db.rows(
      "SELECT id, attributes FROM response WHERE id IN \(list: ids) AND attributes IS NOT NULL"
    ) {
      var context = AnswerContext(language: .english)
      context.readAttributes(try row["attributes"])
      context.attributes.removeAll { $0.role == .detail }
      try db.execute(
        """
        UPDATE response SET attributes = \(context.attributesText)
        WHERE id = \(row["id", as: Int64.self])
        """
      )
    }
  }
}
