package import Kernel
import Tabular

/// One import of a file into a survey, from its beginning to its end or its undoing.
package struct ImportRun: Hashable, Sendable {
  package typealias ID = Identifier<ImportRun>

  package let id: ID
  package let survey: Survey.ID

  /// The version of the survey whose rules its rows are read by.
  package let version: Int
  package let fileName: String
  let fingerprint: String
  let lineage: String

  /// See `ImportPlan.text`.
  let plan: String
  package let startedAt: Instant
  package internal(set) var state: State
  package internal(set) var counts: Counts

  /// Where the last row that was dealt with starts; nil before the first.
  var position: TabularReader.Position?
  package internal(set) var finishedAt: Instant?
  package internal(set) var undoneAt: Instant?

  package enum State: String, Hashable, Sendable {
    /// Running, or interrupted and waiting for `--resume`.
    case unfinished
    case finished
    case undoing
    case undone
  }

  package struct Counts: Hashable, Sendable {
    package var rows = 0
    package var taken = 0

    /// Rows whose id is in the file or the store already.
    package var duplicates = 0
    package var refused = 0

    /// Responses taken back by an undo.
    package var removed = 0

    /// Responses taken back although somebody had looked after them.
    package var removedHandled = 0
  }
}

extension ImportRun {
  var ancestor: ImportCheck.Ancestor {
    ImportCheck.Ancestor(rows: counts.rows, fingerprint: fingerprint, lineage: lineage)
  }
}
