import Storage

/// What finds answers quickly: newest first over all surveys, and what happened to one of them.
enum BrowsingSchema {
  static let migrations = [
    Migration(
      "2026-13 response_by_at",
      sql: """
        CREATE INDEX response_by_at ON response (at, id);
        CREATE INDEX event_of_change ON event (subject) WHERE kind = 'answer_amended';
        """
    )
  ]
}
