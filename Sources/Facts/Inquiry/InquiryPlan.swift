import Kernel

/// An inquiry with every word replaced by numbers that fit the columns at hand.
struct InquiryPlan: Sendable {
  /// Only chunks in which something may be found.
  let chunks: [Chunk]

  let period: Period?
  let filters: [CodeFilter]
  let axes: [Axis]

  /// The product of the axes' lengths.
  let groupCount: Int

  init(_ inquiry: Inquiry, over columns: FactColumns) throws(InquiryRefusal) {
    guard inquiry.groupings.count <= Inquiry.groupingsMax else {
      throw .tooManyGroupings(inquiry.groupings.count)
    }
    let filters = inquiry.filters.map { CodeFilter($0, in: columns) }
    let partitions = Set(inquiry.questions).compactMap { columns.partitions[$0] }
    chunks = partitions.flatMap(\.chunks).filter { chunk in
      Self.mayHold(chunk, in: inquiry.period) && filters.allSatisfy { $0.mayAccept(chunk) }
    }
    period = inquiry.period
    self.filters = filters

    let days = Self.days(of: chunks, within: inquiry.period)
    var axes: [Axis] = []
    var groupCount = 1
    // The last axis runs fastest, so that groups come out in the order of the axes.
    for grouping in inquiry.groupings.reversed() {
      let axis =
        switch grouping {
        case .dimension(let name):
          Axis(dimension: name, filters: filters, stride: groupCount, in: columns)
        case .calendar(let unit, let calendar):
          Axis(unit, of: calendar, days: days, stride: groupCount)
        }
      groupCount *= axis.keys.count
      axes.append(axis)
    }
    self.axes = axes.reversed()
    self.groupCount = groupCount
  }

  private static func mayHold(_ chunk: Chunk, in period: Period?) -> Bool {
    guard chunk.count > 0 else { return false }
    guard let period else { return true }
    return period.length > 0 && chunk.lastDay >= period.start.rawValue
      && chunk.firstDay < period.end.rawValue
  }

  /// The days of a chunk that the period takes in; one chunk that `mayHold` some has at least one.
  func days(of chunk: Chunk) -> ClosedRange<Int32> {
    guard let period else { return chunk.firstDay...chunk.lastDay }
    let first = max(chunk.firstDay, period.start.rawValue)
    return first...min(chunk.lastDay, period.end.rawValue - 1)
  }

  /// The days that can occur, both ends included; nil when none can.
  private static func days(of chunks: [Chunk], within period: Period?) -> ClosedRange<Int32>? {
    guard var first = chunks.map(\.firstDay).min(), var last = chunks.map(\.lastDay).max()
    else { return nil }
    if let period {
      first = max(first, period.start.rawValue)
      last = min(last, period.end.rawValue - 1)
    }
    return first <= last ? first...last : nil
  }
}

/// A filter on one dimension, as runs of codes.
struct CodeFilter: Sendable {
  /// Nil when no fact of this store has the dimension.
  let dimension: Int?

  /// Accepted codes, ascending, neighbours joined.
  let runs: [ClosedRange<UInt32>]

  /// 1 for an accepted code, 0 for any other of the dictionary.
  let table: [UInt8]

  init(_ filter: Inquiry.Filter, in columns: FactColumns) {
    dimension = columns.number(of: filter.dimension)
    let codes =
      if let dimension {
        filter.accepted.compactMap(columns.dimensions[dimension].code(of:)).sorted()
      } else {
        filter.accepted.contains(.notGiven) ? [DimensionDictionary.notGiven] : []
      }
    var table = [UInt8](
      repeating: 0,
      count: dimension.map { columns.dimensions[$0].codeCount } ?? 1
    )
    for code in codes { table[Int(code)] = 1 }
    self.table = table
    runs = codes.reduce(into: []) { runs, code in
      if let last = runs.last, last.upperBound + 1 == code {
        runs[runs.count - 1] = last.lowerBound...code
      } else {
        runs.append(code...code)
      }
    }
  }

  func mayAccept(_ chunk: Chunk) -> Bool {
    guard let dimension else { return !runs.isEmpty }
    let column = chunk.column(of: dimension)
    return runs.contains { $0.lowerBound <= column.high && $0.upperBound >= column.low }
  }
}

/// One way in which groups differ, and where each code or day falls on it.
struct Axis: Sendable {
  enum Source: Sendable {
    case nothing
    case codes(dimension: Int)
    case days(first: Int32)
  }

  let source: Source
  let keys: [GroupKey]

  /// Groups between neighbours on this axis.
  let stride: Int

  /// By code, or by day from the first: the place on the axis times `stride`.
  let table: [Int]

  /// A value that some filter of the same dimension refuses takes no place.
  init(dimension name: String, filters: [CodeFilter], stride: Int, in columns: FactColumns) {
    self.stride = stride
    guard let number = columns.number(of: name) else {
      source = .nothing
      keys = [.dimension(.notGiven)]
      table = [0]
      return
    }
    source = .codes(dimension: number)
    let dictionary = columns.dimensions[number]
    let refusing = filters.filter { $0.dimension == number }
    var keys: [GroupKey] = []
    var table = [Int](repeating: 0, count: dictionary.codeCount)
    for code in 0..<dictionary.codeCount where refusing.allSatisfy({ $0.table[code] == 1 }) {
      table[code] = keys.count * stride
      keys.append(.dimension(dictionary.value(of: UInt32(code))))
    }
    self.keys = keys
    self.table = table
  }

  init(_ unit: CalendarUnit, of calendar: BusinessCalendar, days: ClosedRange<Int32>?, stride: Int)
  {
    self.stride = stride
    guard let days else {
      source = .nothing
      keys = []
      table = [0]
      return
    }
    source = .days(first: days.lowerBound)
    var keys: [GroupKey] = []
    var table: [Int] = []
    table.reserveCapacity(days.count)
    var unitEnd = days.lowerBound
    for day in days {
      if day == unitEnd {
        let period = calendar.period(of: unit, containing: Day(rawValue: day))
        keys.append(.starting(period.start))
        unitEnd = period.end.rawValue
      }
      table.append((keys.count - 1) * stride)
    }
    self.keys = keys
    self.table = table
  }
}
