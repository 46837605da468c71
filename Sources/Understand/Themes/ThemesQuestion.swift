import CXMetrics
import CXText
import Kernel
import Tabular

/// What is asked of a file of comments: which columns hold what, and which themes to look for.
struct ThemesQuestion: Sendable {
  /// Nil for the column that is called like one of comments.
  var text: String?

  /// The column with the score that came with each comment.
  var score: String?

  /// Nil to tell by the scores.
  var scale: FeelingScale?

  var date: String?

  /// Nil when the file is to show by itself how its dates are written.
  var datePattern: DatePattern?

  /// The stretches of the calendar that are compared; nil for those that suit the file.
  var unit: CalendarUnit?

  /// The column with themes that people gave, `separator` between them.
  var labels: String?
  var separator = ";"

  var themes = Themes.fitting
  var confidence = Confidence.standard

  /// Which themes to look for.
  enum Themes: Sendable {
    case named(ThemeSet)
    /// The starter set that touches most comments.
    case fitting
  }
}
