import Storage

/// The stop-list: what was erased, by hashes that tell nothing to who does not know it already.
enum ErasureSchema {
  static let migrations = [
    Migration(
      "2026-13 erasure",
      sql: """
        CREATE TABLE erasure (
          hash {text} PRIMARY KEY NOT NULL,
          at {int} NOT NULL
        ) {strict_without_rowid};
        """
    )
  ]
}
