/// The columns a scan looks at, by their places in the header; all others are passed over.
package struct ColumnChoice: Hashable, Sendable {
  /// Read as whole numbers from 0 to 100.
  package var integers: [Int] = []

  /// Read as values to be told apart, numbered by a `ValueDictionary`.
  package var values: [Int] = []

  /// The values are what rows belong to, such as customers, rather than groups: very many.
  package var hasKeys = false

  /// Read as a day.
  package var date: Date?

  /// Read as a decimal number.
  package var decimals: [Int] = []

  /// Records that fail one of these are passed over.
  package var conditions: [Condition] = []

  package init() {}

  package struct Date: Hashable, Sendable {
    package let column: Int
    package let reader: DateReader

    package init(column: Int, reader: DateReader) {
      self.column = column
      self.reader = reader
    }
  }

  /// A column has one of some values, as written, quotation marks left out.
  package struct Condition: Hashable, Sendable {
    let column: Int
    let accepted: Set<String>

    package init(column: Int, accepted: Set<String>) {
      self.column = column
      self.accepted = accepted
    }
  }
}

/// The chosen columns of one window's usable records; row i of each list is the same record.
package struct ColumnBatch: Sendable {
  /// The record's place in the window.
  package internal(set) var records: [UInt32] = []

  /// In the order of the choice; see `FieldNumbers` for what is missing or illegal.
  package internal(set) var integers: [[Int8]] = []

  /// Numbers of a `ValueDictionary`, in the order of the choice.
  package internal(set) var values: [[UInt32]] = []

  /// Empty when no date was asked for.
  package internal(set) var dates: [DateReading] = []

  /// `nan` is missing, `infinity` no number; in the order of the choice.
  package internal(set) var decimals: [[Double]] = []

  package var count: Int { records.count }
}

/// Lines left out, listed up to a limit and counted beyond it.
package struct Rejections: Hashable, Sendable {
  package private(set) var lines: [RejectedLine] = []

  /// How many there are in all.
  package private(set) var count = 0

  package init() {}

  /// Takes a line; `reason` is only asked for while there is room on the list.
  package mutating func add(line: @autoclosure () -> Int, reason: @autoclosure () -> String) {
    count += 1
    guard lines.count < TabularLimits.rejectedLinesListedMax else { return }
    lines.append(RejectedLine(line: line(), reason: reason()))
  }

  /// Takes those of a later stretch, whose own first line is `linesBefore` lines further down.
  package mutating func append(_ later: Rejections, linesBefore: Int) {
    count += later.count
    for rejected in later.lines.prefix(TabularLimits.rejectedLinesListedMax - lines.count) {
      lines.append(
        RejectedLine(line: rejected.line + linesBefore, reason: rejected.reason)
      )
    }
  }

  /// Takes those of the same lines that were found for another reason; both are in order.
  package mutating func weave(_ others: Rejections) {
    guard others.count > 0 else { return }
    count += others.count
    lines = (lines + others.lines).sorted { $0.line < $1.line }
    lines.removeLast(max(0, lines.count - TabularLimits.rejectedLinesListedMax))
  }

  /// How many are counted but not listed.
  package var unlisted: Int { count - lines.count }
}
