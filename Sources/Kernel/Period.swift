/// A run of whole days, the first included and the last left out.
package struct Period: Hashable, Sendable {
  package let start: Day
  package let end: Day

  /// A period that ends before it starts is a programming mistake; check user input first.
  package init(start: Day, end: Day) {
    precondition(start <= end, "a period cannot end before it starts")
    self.start = start
    self.end = end
  }

  /// - Units: days.
  package var length: Int { end - start }

  package func contains(_ day: Day) -> Bool { start <= day && day < end }
}
