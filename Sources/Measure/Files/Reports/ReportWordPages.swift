package import CXMetrics
package import Kernel
package import Web

/// How reports write figures in the language of their words.
package protocol ReportWords {
  var words: Catalogue { get }
}

extension ReportWords {
  package var language: Language { words.language }

  package func count(_ value: Int) -> String { NumberText.integer(value, in: language) }

  package func number(_ value: Double?, places: Int = 2) -> String {
    value.map { NumberText.decimal($0, places: places, in: language) } ?? "–"
  }

  package func share(_ percent: Double?) -> String {
    percent.map { NumberText.share($0, in: language) } ?? "–"
  }

  package func fraction(_ value: Double?) -> String { share(value.map { 100 * $0 }) }

  package func change(_ value: Double?) -> String {
    value.map { NumberText.change($0, places: 2, in: language) } ?? "–"
  }

  package func between(_ interval: Interval?, _ text: (Double?) -> String) -> String {
    interval.map { "\(text($0.low)) – \(text($0.high))" } ?? "–"
  }

  /// Columns of which all but the first hold numbers.
  package func columns(_ keys: String...) -> [FigureReport.Table.Column] {
    keys.enumerated().map { .init(name: words[$1], isNumber: $0 > 0) }
  }
}

extension Confidence {
  /// As a share, whole where it is.
  package func text(in language: Language) -> String {
    let percent = level * 100
    return percent.rounded() == percent
      ? NumberText.percent(percent, in: language) : NumberText.share(percent, in: language)
  }
}
