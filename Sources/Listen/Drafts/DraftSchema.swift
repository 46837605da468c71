import Storage

/// The table of drafts: every revision of what authors work on, the newest of each survey counts.
enum DraftSchema {
  static let migrations = [
    Migration(
      "2026-11 survey_draft",
      sql: """
        CREATE TABLE survey_draft (
          survey {int} NOT NULL REFERENCES survey (id),
          revision {int} NOT NULL CHECK (revision >= 1),
          definition {text} NOT NULL,
          author {text},
          saved_at {int} NOT NULL,
          PRIMARY KEY (survey, revision)
        ) {strict_without_rowid};
        INSERT INTO survey_draft (survey, revision, definition, saved_at)
        SELECT id, 1, draft, created_at FROM survey;
        ALTER TABLE survey DROP COLUMN draft;
        """
    ),
    // The revision whose definition one brought back, and the one that it took the place of.
    Migration(
      "2026-14 survey_draft_undo",
      sql: """
        ALTER TABLE survey_draft ADD COLUMN restores {int};
        ALTER TABLE survey_draft ADD COLUMN undid {int};
        """
    ),
  ]
}
