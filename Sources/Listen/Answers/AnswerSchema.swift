import Storage

/// The tables of answers: one response a visit, one answer a question, one submission a key.
///
/// What is looked up by lists leads its index: PostgreSQL serves `= ANY` from an index's first
/// column whatever it thinks of the table's size.
enum AnswerSchema {
  static let migrations = [
    Migration(
      "2026-11 answer",
      sql: """
        CREATE TABLE response (
          id {id},
          survey {int} NOT NULL REFERENCES survey (id),
          version {int} NOT NULL,
          public_id {text} NOT NULL UNIQUE,
          amend_hash {blob} NOT NULL,
          state {text} NOT NULL
            CHECK (state IN ('new', 'in_progress', 'done', 'invalid', 'partial')),
          flags {int} NOT NULL,
          day {int} NOT NULL,
          at {int} NOT NULL,
          received_at {int} NOT NULL,
          elapsed {int},
          language {text} NOT NULL,
          touchpoint {text},
          channel {text},
          unit {text},
          employee {text},
          product {text},
          attributes {text},
          external_id {text},
          source_import {int}
        ) {strict};
        CREATE INDEX response_by_survey_and_at ON response (survey, at);
        CREATE UNIQUE INDEX response_by_external_id ON response (external_id, survey)
          WHERE external_id IS NOT NULL;
        CREATE INDEX response_by_import ON response (source_import)
          WHERE source_import IS NOT NULL;
        CREATE TABLE answer (
          response {int} NOT NULL REFERENCES response (id),
          question {int} NOT NULL REFERENCES question (id),
          points {int} CHECK (points BETWEEN 0 AND 10),
          choices {text},
          comment {text},
          PRIMARY KEY (response, question)
        ) {strict_without_rowid};
        CREATE TABLE submission (
          survey {int} NOT NULL,
          key_hash {text} NOT NULL,
          body_hash {blob} NOT NULL,
          response {int} NOT NULL,
          at {int} NOT NULL,
          PRIMARY KEY (key_hash, survey)
        ) {strict_without_rowid};
        CREATE INDEX submission_by_at ON submission (at);
        CREATE TABLE event (
          id {id},
          kind {text} NOT NULL,
          subject {int} NOT NULL,
          at {int} NOT NULL
        ) {strict};
        """
    )
  ]
}
