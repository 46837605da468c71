import Kernel

/// One thing that a file holds, measured: its figures for machines, and a report for people.
struct MeasuredFile: Sendable {
  /// What the file holds, as `--json` names it: `scores`, `purchases`, `servqual`, `comments`.
  let kind: String
  let figures: JSON
  let report: @Sendable (Language) -> FigureReport
}
