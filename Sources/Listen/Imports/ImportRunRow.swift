import Kernel
import Storage
import Tabular

extension ImportRun {
  /// The columns of the table `import_run`.
  init(_ row: Row) throws {
    id = try row["id"]
    survey = try row["survey"]
    version = try row["version"]
    fileName = try row["file_name"]
    fingerprint = try row["fingerprint"]
    lineage = try row["lineage"]
    plan = try row["plan"]
    let name: String = try row["state"]
    guard let state = State(rawValue: name) else { throw UnknownState(state: name) }
    self.state = state
    counts = Counts(
      rows: try row["rows_read"],
      taken: try row["rows_taken"],
      duplicates: try row["rows_duplicate"],
      refused: try row["rows_refused"],
      removed: try row["rows_removed"],
      removedHandled: try row["rows_removed_handled"]
    )
    if let offset: Int = try row["position_offset"], let line: Int = try row["position_line"] {
      position = TabularReader.Position(offset: offset, line: line)
    }
    startedAt = try row["started_at"]
    finishedAt = try row["finished_at"]
    undoneAt = try row["undone_at"]
  }

  struct UnknownState: Error, CustomStringConvertible {
    let state: String
    var description: String { "\(state) is no state of an import" }
  }
}
