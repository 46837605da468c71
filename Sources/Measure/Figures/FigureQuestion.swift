import CXMetrics
import Facts
import Kernel

/// A question put to the answers as a value: page, API and files ask the same one.
struct FigureQuestion: Hashable, Sendable {
  var measure: FigureMeasure

  /// The numbers of the questions whose answers count.
  var questions: [Int64]
  var period: Period?

  /// By dimension, the values that count; `nil` among them stands for “not given”.
  var filters: [Filter] = []

  /// At most `Inquiry.groupingsMax` together with the calendar unit.
  var dimensions: [String] = []
  var every: CalendarUnit?
  var calendar = BusinessCalendar.iso
  var confidence = Confidence.standard

  struct Filter: Hashable, Sendable {
    let dimension: String
    let values: [String]
  }

  var inquiry: Inquiry {
    Inquiry(
      questions: questions,
      period: period,
      filters: filters.map { filter in
        Inquiry.Filter(
          filter.dimension,
          in: Set(filter.values.map { $0.isEmpty ? .notGiven : .value($0) })
        )
      },
      groupings: dimensions.map(Inquiry.Grouping.dimension)
        + (every.map { [.calendar($0, calendar)] } ?? [])
    )
  }
}
