package import CXMetrics
import Kernel
package import Tabular

extension Confidence {
  /// - Throws: `WrongUsage` for a level that is none.
  package init(typed level: Double) throws(WrongUsage) {
    do throws(MetricRefusal) { try self.init(level) } catch {
      throw WrongUsage(reason: error.description)
    }
  }
}

extension RecommendScale {
  /// - Throws: `WrongUsage` for another than 0-10 and 1-10.
  init(typed text: String) throws(WrongUsage) {
    guard let scale = Self(rawValue: text) else {
      throw WrongUsage(reason: "--scale is 0-10 or 1-10, not “\(text)”")
    }
    self = scale
  }
}

extension DatePattern {
  /// - Throws: `WrongUsage` for what is no pattern.
  package static func typed(_ text: String) throws(WrongUsage) -> Self {
    guard let pattern = Self(text) else {
      throw WrongUsage(
        reason: "--date-format “\(text)” is no pattern; name day, month and year once each, such "
          + "as d/m/y, y-m-d or yyyymmdd"
      )
    }
    return pattern
  }
}
