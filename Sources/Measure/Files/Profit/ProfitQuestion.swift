import CXMetrics
import Kernel
import Tabular

/// What is asked of a file of purchases and a file of answers.
struct ProfitQuestion: Sendable {
  /// Columns by name; what is not named is guessed.
  var columns = Names()
  var scale = RecommendScale.zeroToTen
  var confidence = Confidence.standard

  /// The last day that counts; nil is the last purchase, or the last answer.
  var asOf: Day?

  /// How long a period is; nil is a year, or half of what the file covers when that is less.
  var periodDays: Int?

  /// Nil when the files are to show by themselves how their dates are written.
  var pattern: DatePattern?

  /// Days after this one have not been yet; nil in tests.
  var today: Day?

  struct Names: Hashable, Sendable {
    var customer: String?
    var date: String?
    var amount: String?
    var profit: String?
    var source: String?
    var score: String?
    var acquisition: String?
    var satisfaction: String?
    var left: String?
  }

  /// A year, the longest that an answer says something about purchases after it.
  static let periodDaysUsual = 365
}
