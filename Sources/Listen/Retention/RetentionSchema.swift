import Storage

/// What was decided about keeping, and when it was last carried out.
enum RetentionSchema {
  static let migrations = [
    Migration(
      "2026-14 retention",
      sql: """
        CREATE TABLE retention (
          id {id},
          answer_months {int},
          manner {text} NOT NULL CHECK (manner IN ('strip', 'erase')),
          trail_months {int},
          done_day {int},
          done_at {int}
        ) {strict};
        INSERT INTO retention (id, manner) VALUES (1, 'strip');
        """
    )
  ]
}
