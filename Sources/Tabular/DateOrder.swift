import Kernel

/// What the rows so far say about whether days or months come first.
package struct DateOrderEvidence: Sendable {
  /// A date and where it stands.
  package struct Witness: Hashable, Sendable {
    let line: Int
    let text: String

    package init(line: Int, text: String) {
      self.line = line
      self.text = text
    }

    func moved(by lines: Int) -> Witness { Witness(line: line + lines, text: text) }
  }

  /// The first date that could be read either way.
  private(set) var open: Witness?
  private(set) var dayFirst: Witness?
  private(set) var monthFirst: Witness?

  package init() {}

  package mutating func take(_ reading: DateReading, _ witness: @autoclosure () -> Witness) {
    guard case .eitherWay(let day, let month) = reading else { return }
    if day == nil {
      if monthFirst == nil { monthFirst = witness() }
    } else if month == nil {
      if dayFirst == nil { dayFirst = witness() }
    } else if open == nil {
      open = witness()
    }
  }

  /// Takes what a later stretch of the file says.
  package mutating func append(_ later: DateOrderEvidence, linesBefore: Int) {
    open = open ?? later.open?.moved(by: linesBefore)
    dayFirst = dayFirst ?? later.dayFirst?.moved(by: linesBefore)
    monthFirst = monthFirst ?? later.monthFirst?.moved(by: linesBefore)
  }

  package enum Order: String, Hashable, Sendable {
    case dayFirst = "day_first"
    case monthFirst = "month_first"
  }

  /// The order that some date proves and none denies; `dayFirst` when no row asks.
  package func order() throws(DateOrderUnclear) -> Order {
    switch (dayFirst, monthFirst) {
    case (_?, nil): return .dayFirst
    case (nil, _?): return .monthFirst
    case (let day?, let month?):
      throw DateOrderUnclear(
        reason: "“\(day.text)” on line \(day.line) has the day first, “\(month.text)” on line "
          + "\(month.line) the month; bring one order, or name the pattern that most follow "
          + "(--date-format d/m/y or m/d/y)"
      )
    case (nil, nil):
      guard let open else { return .dayFirst }
      throw DateOrderUnclear(
        reason: "“\(open.text)” on line \(open.line) may have the day or the month first, and no "
          + "row shows which; name the pattern (--date-format d/m/y or m/d/y)"
      )
    }
  }

  /// Says how an order was found; nil when there was nothing to find.
  package var remark: String? {
    if let dayFirst {
      return "dates are read day first, as “\(dayFirst.text)” on line \(dayFirst.line) shows"
    }
    return monthFirst.map {
      "dates are read month first, as “\($0.text)” on line \($0.line) shows"
    }
  }
}

/// No row, or rows against each other, say whether days or months come first.
package struct DateOrderUnclear: Error, Hashable, Sendable, CustomStringConvertible {
  package let reason: String

  package var description: String { reason }
}
