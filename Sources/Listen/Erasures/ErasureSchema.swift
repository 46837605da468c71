import Storage

/// The stop-list: what was erased, by hashes that tell nothing to who does not know it already.
enum ErasureSchema {
  static let step = "2026-13 erasure"

  static let migrations = [
    Migration(
      step,
      sql: """
        CREATE TABLE erasure (
          hash {text} PRIMARY KEY NOT NULL,
          at {int} NOT NULL
        ) {strict_without_rowid};
        """
    )
  ]
}
