import Storage

/// The tables of imports: one row an import, one a line it refused.
enum ImportSchema {
  static let migrations = [
    Migration(
      "2026-11 import",
      sql: """
        CREATE TABLE import_run (
          id {id},
          survey {int} NOT NULL REFERENCES survey (id),
          version {int} NOT NULL,
          file_name {text} NOT NULL,
          fingerprint {text} NOT NULL,
          lineage {text} NOT NULL,
          plan {text} NOT NULL,
          state {text} NOT NULL
            CHECK (state IN ('unfinished', 'finished', 'undoing', 'undone')),
          position_offset {int},
          position_line {int},
          rows_read {int} NOT NULL,
          rows_taken {int} NOT NULL,
          rows_duplicate {int} NOT NULL,
          rows_refused {int} NOT NULL,
          rows_removed {int} NOT NULL,
          rows_removed_handled {int} NOT NULL,
          started_at {int} NOT NULL,
          finished_at {int},
          undone_at {int}
        ) {strict};
        CREATE INDEX import_run_by_survey ON import_run (survey);
        CREATE TABLE import_refusal (
          import_run {int} NOT NULL REFERENCES import_run (id),
          line {int} NOT NULL,
          field {text},
          source_column {text},
          reason {text} NOT NULL,
          PRIMARY KEY (import_run, line)
        ) {strict_without_rowid};
        """
    ),
    Migration(
      "2026-12 import file",
      sql: """
        CREATE TABLE import_file (
          id {id},
          file_name {text} NOT NULL,
          bytes {int} NOT NULL,
          survey {int} REFERENCES survey (id),
          new_survey {text},
          wishes {text} NOT NULL,
          date_format {text},
          state {text} NOT NULL CHECK (state IN ('open', 'waiting', 'running', 'done')),
          import_run {int} REFERENCES import_run (id),
          failure {text},
          resumed_at {int},
          received_at {int} NOT NULL,
          person {text} NOT NULL,
          CHECK ((survey IS NULL) <> (new_survey IS NULL))
        ) {strict};
        CREATE INDEX import_file_by_run ON import_file (import_run);
        CREATE INDEX import_file_by_survey ON import_file (survey);
        CREATE INDEX import_file_by_state ON import_file (state);
        """
    ),
    // What a refusal was made of, so that each reader has it in their language.
    Migration(
      "2026-13 import refusal wording",
      sql: "ALTER TABLE import_refusal ADD COLUMN wording {text};"
    ),
  ]
}
