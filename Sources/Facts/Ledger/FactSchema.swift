package import Storage

/// The ledger: facts in the order they were written, never changed, and the words behind codes.
package enum FactSchema {
  package static let migrations = [
    Migration(
      "2026-11 fact",
      sql: """
        CREATE TABLE dimension (
          id {id},
          name {text} NOT NULL UNIQUE
        ) {strict};
        CREATE TABLE dimension_value (
          dimension {int} NOT NULL REFERENCES dimension (id),
          code {int} NOT NULL CHECK (code BETWEEN 1 AND 65535),
          name {text} NOT NULL,
          PRIMARY KEY (dimension, code),
          UNIQUE (name, dimension)
        ) {strict_without_rowid};
        CREATE TABLE fact (
          id {id},
          question {int} NOT NULL,
          version {int} NOT NULL,
          day {int} NOT NULL,
          points {int} NOT NULL CHECK (points BETWEEN 0 AND 10),
          sign {int} NOT NULL CHECK (sign IN (-1, 1)),
          codes {blob} NOT NULL,
          response {int}
        ) {strict};
        CREATE INDEX fact_by_response ON fact (response) WHERE response IS NOT NULL;
        """
    )
  ]
}
