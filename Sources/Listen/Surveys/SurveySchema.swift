import Storage

/// The tables of surveys, their published versions and the questions that live through them.
enum SurveySchema {
  static let migrations = [
    Migration(
      "2026-11 survey",
      sql: """
        CREATE TABLE survey (
          id {id},
          token {text} NOT NULL UNIQUE,
          name {text} NOT NULL,
          draft {text} NOT NULL,
          version {int},
          closed_at {int},
          created_at {int} NOT NULL
        ) {strict};
        CREATE TABLE survey_version (
          survey {int} NOT NULL REFERENCES survey (id),
          number {int} NOT NULL CHECK (number >= 1),
          definition {text} NOT NULL,
          published_at {int} NOT NULL,
          PRIMARY KEY (survey, number)
        ) {strict_without_rowid};
        CREATE TABLE question (
          id {id},
          survey {int} NOT NULL REFERENCES survey (id),
          question_key {text} NOT NULL,
          kind {text} NOT NULL,
          UNIQUE (survey, question_key)
        ) {strict};
        """
    )
  ]
}
