import CXMetrics
import Kernel
import Tabular

/// Net promoter scores of a file of answers: the one value that table, JSON and page print.
struct FileFigures: Sendable {
  /// The file's name as it was given.
  let file: String
  let question: FileQuestion

  /// Rows of the file, those left out included.
  let rows: Int
  let rejections: Rejections
  let overall: FileFigure

  /// By values, then by time; without a grouping there are none.
  let groups: [Group]

  /// All groups of each period together; without dates there are none.
  let timeline: [Group]

  /// What a reader should know before trusting the figures.
  let remarks: [String]

  struct Group: Sendable {
    /// In the order of the question's groupings.
    let values: [String]

    /// Nil when the question has no dates.
    let period: Period?
    let figure: FileFigure
  }
}

/// One score with everything that belongs to it.
struct FileFigure: Sendable {
  let kind: Kind

  /// Rows whose answer is empty or says that there is none.
  let missing: Int

  /// Rows whose answer is no score of the scale.
  let invalid: Int

  enum Kind: Sendable {
    case plain(NetPromoterSummary)
    case weighted(WeightedNetPromoterScore)
  }

  /// Valid answers.
  var count: Int {
    switch kind {
    case .plain(let summary): summary.counts.total
    case .weighted(let score): score.rows
    }
  }

  /// Points; nil without valid answers.
  var value: Double? {
    switch kind {
    case .plain(let summary): summary.value
    case .weighted(let score): score.value
    }
  }

  /// The interval to report.
  var interval: Interval? {
    switch kind {
    case .plain(let summary): summary.adjusted
    case .weighted(let score): score.adjusted
    }
  }

  var percentPromoters: Double? {
    switch kind {
    case .plain(let summary): summary.percentPromoters
    case .weighted(let score): score.percentPromoters
    }
  }

  var percentDetractors: Double? {
    switch kind {
    case .plain(let summary): summary.percentDetractors
    case .weighted(let score): score.percentDetractors
    }
  }

  /// Too few answers to rank or compare.
  var isLowBase: Bool { count < Estimate.lowBaseBelow }
}
