package import Kernel

/// A question put to the facts: which answers to count, and how to lay them out.
package struct Inquiry: Hashable, Sendable {
  /// Answers to any of these questions count, as though they were one.
  package var questions: [Int64]

  /// Nil for all time.
  package var period: Period?

  /// A fact counts when every filter accepts it.
  package var filters: [Filter]

  /// At most `groupingsMax`; none gives one group of everything.
  package var groupings: [Grouping]

  package static let groupingsMax = 3

  package init(
    questions: [Int64],
    period: Period? = nil,
    filters: [Filter] = [],
    groupings: [Grouping] = []
  ) {
    self.questions = questions
    self.period = period
    self.filters = filters
    self.groupings = groupings
  }

  /// Accepts the facts whose dimension holds any of some values.
  package struct Filter: Hashable, Sendable {
    package let dimension: String
    package let accepted: Set<DimensionValue>

    package init(_ dimension: String, in accepted: Set<DimensionValue>) {
      self.dimension = dimension
      self.accepted = accepted
    }

    package init(_ dimension: String, is values: String...) {
      self.init(dimension, in: Set(values.map(DimensionValue.value)))
    }
  }

  package enum Grouping: Hashable, Sendable {
    case dimension(String)
    case calendar(CalendarUnit, BusinessCalendar)

    package static let surveyVersion = Grouping.dimension(Dimension.surveyVersion)
  }
}

/// Why an inquiry has no answer.
package enum InquiryRefusal: Error, Hashable, CustomStringConvertible {
  case tooManyGroupings(Int)
  case tooManyGroups(limit: Int)

  package var description: String {
    switch self {
    case .tooManyGroupings(let count):
      "figures can be split by at most \(Inquiry.groupingsMax) things at once, not \(count)"
    case .tooManyGroups(let limit):
      "this would give more than \(limit) groups: filter more, or split by fewer things"
    }
  }
}
