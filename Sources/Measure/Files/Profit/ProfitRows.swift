import CXMetrics
import Kernel
import Tabular

/// A day as a file writes it, until it is known whether days or months come first.
struct UnsettledDay: Hashable, Sendable {
  private let dayFirst: Day?
  private let monthFirst: Day?

  /// Nil for what is no date at all.
  init?(_ reading: DateReading) {
    (dayFirst, monthFirst) = reading.days
    if dayFirst == nil && monthFirst == nil { return nil }
  }

  func settled(_ order: DateOrderEvidence.Order) -> Day? {
    order == .dayFirst ? dayFirst : monthFirst
  }
}

/// One row of a file of answers.
struct ProfitAnswer: Sendable {
  let customer: Int

  /// Nil where the file has no dates.
  let day: Day?

  /// What the row says of recommending; nil where it says nothing.
  let score: Score?
  let satisfaction: Double?
  let left: Bool?

  enum Score: Hashable, Sendable {
    case group(RecommendGroup)
    case illegal

    var group: RecommendGroup? {
      if case .group(let group) = self { group } else { nil }
    }
  }
}

/// How much of a file could be used.
struct ProfitFileUse: Sendable {
  let file: String

  /// Rows of the file, those left out included.
  var rows = 0
  var rejected = 0

  /// Rows without a customer, a date or an amount that can be read.
  var unusable = 0

  /// What a reader should know before trusting the figures.
  var remarks: [String] = []
}

/// All rows of both files.
struct ProfitRows: Sendable {
  var customers = ValueDictionary()
  var purchases = PurchaseRecords()
  var answers: [ProfitAnswer] = []

  /// What brought each customer, where somebody said so.
  var reasons: [Int: EarnedGrowth.Reason] = [:]
  var purchaseUse: ProfitFileUse?
  var answerUse: ProfitFileUse?

  /// One of the files has the column that says why customers came.
  var knowsReasons = false

  /// The purchases say what they earned, not only what they brought in.
  var hasProfit = false
}
