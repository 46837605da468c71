import CXMetrics
import Kernel
import Web

/// How reports write figures in the language of their words.
protocol ReportWords {
  var words: Catalogue { get }
}

extension ReportWords {
  var language: Language { words.language }

  func count(_ value: Int) -> String { NumberText.integer(value, in: language) }

  func number(_ value: Double?, places: Int = 2) -> String {
    value.map { NumberText.decimal($0, places: places, in: language) } ?? "–"
  }

  func share(_ percent: Double?) -> String {
    percent.map { NumberText.share($0, in: language) } ?? "–"
  }

  func fraction(_ value: Double?) -> String { share(value.map { 100 * $0 }) }

  func change(_ value: Double?) -> String {
    value.map { NumberText.change($0, places: 2, in: language) } ?? "–"
  }

  func between(_ interval: Interval?, _ text: (Double?) -> String) -> String {
    interval.map { "\(text($0.low)) – \(text($0.high))" } ?? "–"
  }

  /// Columns of which all but the first hold numbers.
  func columns(_ keys: String...) -> [FigureReport.Table.Column] {
    keys.enumerated().map { .init(name: words[$1], isNumber: $0 > 0) }
  }
}

extension Confidence {
  /// As a share, whole where it is.
  func text(in language: Language) -> String {
    let percent = level * 100
    return percent.rounded() == percent
      ? NumberText.percent(percent, in: language) : NumberText.share(percent, in: language)
  }
}
