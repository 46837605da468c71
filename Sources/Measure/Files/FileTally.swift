import CXMetrics
import Kernel
import Tabular

/// What makes a group: the values of the groupings and, where asked for, a period.
struct FileGroupKey: Hashable, Sendable {
  let values: [String]
  let period: PeriodPair?
}

/// Counts the answers of a file by group, on one thread.
struct FileTally: ColumnTally {
  /// Groups of one file; each takes about 250 bytes.
  static let groupsMax = 250_000

  private let question: FileQuestion
  private let file: String

  /// Tells the parts of one thread from those of another.
  private let thread: Int

  /// Slot by an answer's number as decoded, two more than the number: −2 comes first.
  private let slots: [Int]

  /// Numbers groups by the group so far and the next grouping's value or period.
  private var crossings: [NumberPairs]
  private var periods: PeriodNumbers?

  /// The group of each row of the batch in hand; `.max` where the row is left out.
  private var groups: [UInt32] = []
  private var counts: [Int32] = []
  private var weights: [WeightedTally<11>] = []
  private var evidence = DateOrderEvidence()

  /// Groups whose keys have been handed over.
  private var told = 0

  init(_ question: FileQuestion, file: String, thread: Int) {
    self.question = question
    self.file = file
    self.thread = thread
    slots = (-2...127).map { number in
      switch number {
      case Int(FieldNumbers.missing): ScoreSlot.missing
      default: question.scale.scores.point(of: number) ?? ScoreSlot.invalid
      }
    }
    let levels = question.groupings.count + (question.dates == nil ? 0 : 1)
    crossings = Array(repeating: NumberPairs(), count: max(0, levels - 1))
    periods = question.dates.map { PeriodNumbers(unit: $0.unit) }
  }

  mutating func take(
    _ decoder: borrowing ColumnDecoder,
    of window: borrowing RecordWindow,
    _ rejections: inout Rejections
  ) throws(TabularError) {
    let batch = decoder.batch
    let count = try findGroups(decoder, window, &rejections)
    if counts.count < count * ScoreSlot.count {
      let more = count * ScoreSlot.count - counts.count
      counts.append(contentsOf: repeatElement(0, count: more))
    }
    if question.weight == nil {
      for (row, answer) in batch.integers[0].enumerated() where groups[row] != .max {
        counts[Int(groups[row]) * ScoreSlot.count + slots[Int(answer) + 2]] += 1
      }
    } else {
      try takeWeighted(batch, window, groupCount: count)
    }
  }

  // MARK: - Groups

  /// Finds each row's group; returns how many groups there are by now.
  private mutating func findGroups(
    _ decoder: borrowing ColumnDecoder,
    _ window: borrowing RecordWindow,
    _ rejections: inout Rejections
  ) throws(TabularError) -> Int {
    let batch = decoder.batch
    var level = 0
    if question.groupings.isEmpty {
      groups.removeAll(keepingCapacity: true)
      groups.append(contentsOf: repeatElement(0, count: batch.count))
    } else {
      groups = batch.values[0]
      for values in batch.values.dropFirst() {
        for row in groups.indices {
          groups[row] = crossings[level].number(of: groups[row], values[row])
        }
        level += 1
      }
    }
    if question.dates != nil { findPeriods(decoder, window, &rejections) }
    let count = groupCount(decoder)
    guard count <= Self.groupsMax else {
      throw TabularError(
        file: file,
        reason: "more than \(Self.groupsMax) groups (groupsMax); group by fewer columns or by "
          + "longer periods"
      )
    }
    return count
  }

  private func groupCount(_ decoder: borrowing ColumnDecoder) -> Int {
    if let last = crossings.last { return last.pairs.count }
    if let periods { return periods.pairs.count }
    return decoder.dictionaries.first?.count ?? 1
  }

  /// The period is the last grouping; rows without a date are left out.
  private mutating func findPeriods(
    _ decoder: borrowing ColumnDecoder,
    _ window: borrowing RecordWindow,
    _ rejections: inout Rejections
  ) {
    guard var periods else { return }
    self.periods = nil
    var lines = LineCursor()
    let batch = decoder.batch
    for row in groups.indices {
      let reading = batch.dates[row]
      guard let period = periods.number(of: reading) else {
        groups[row] = .max
        rejections.add(
          line: lines.line(of: Int(batch.records[row]), in: window),
          reason: reason(reading, decoder.dateText(ofRow: row, in: window))
        )
        continue
      }
      evidence.take(
        reading,
        DateOrderEvidence.Witness(
          line: lines.line(of: Int(batch.records[row]), in: window),
          text: decoder.dateText(ofRow: row, in: window)
        )
      )
      groups[row] =
        question.groupings.isEmpty
        ? period : crossings[crossings.count - 1].number(of: groups[row], period)
    }
    self.periods = periods
  }

  private func reason(_ reading: DateReading, _ text: String) -> String {
    let column = question.dates?.column ?? ""
    return reading == .missing
      ? "no date in column “\(column)”"
      : "“\(text.prefix(40))” in column “\(column)” is not a date as asked for"
  }

  // MARK: - Weights

  private mutating func takeWeighted(
    _ batch: ColumnBatch,
    _ window: borrowing RecordWindow,
    groupCount: Int
  ) throws(TabularError) {
    while weights.count < groupCount { weights.append(WeightedTally()) }
    for (row, answer) in batch.integers[0].enumerated() where groups[row] != .max {
      let slot = slots[Int(answer) + 2]
      let weight = batch.decimals[0][row]
      let group = Int(groups[row])
      counts[group * ScoreSlot.count + slot] += 1
      let isAnswer = slot < ScoreSlot.missing
      if !isAnswer && !(weight < 0) { continue }
      do throws(MetricRefusal) {
        if weight.isNaN { throw .missingWeight }
        if isAnswer { try weights[group].add(slot, weight: weight) } else { throw .negativeWeight }
      } catch {
        var lines = LineCursor()
        throw TabularError(
          file: file,
          line: lines.line(of: Int(batch.records[row]), in: window),
          reason: error == .invalidInput ? "the weight is not a number" : error.description
        )
      }
    }
  }
}

// MARK: - Parts

extension FileTally {
  struct Part: Sendable {
    let thread: Int
    /// The keys of groups that earlier parts of this thread did not have.
    let newKeys: [FileGroupKey]
    let counts: [Int32]
    let weights: [WeightedTally<11>]
    let evidence: DateOrderEvidence
  }

  mutating func part(_ decoder: borrowing ColumnDecoder) -> Part {
    let count = counts.count / ScoreSlot.count
    var keys: [FileGroupKey] = []
    for group in told..<max(told, count) { keys.append(key(of: group, decoder)) }
    told = max(told, count)
    defer {
      counts.removeAll(keepingCapacity: true)
      weights.removeAll(keepingCapacity: true)
      evidence = DateOrderEvidence()
    }
    return Part(
      thread: thread,
      newKeys: keys,
      counts: counts,
      weights: weights,
      evidence: evidence
    )
  }

  /// Unfolds a group's number from the last grouping to the first.
  private func key(of group: Int, _ decoder: borrowing ColumnDecoder) -> FileGroupKey {
    var rest = UInt32(group)
    var level = crossings.count
    func last() -> UInt32 {
      guard level > 0 else { return rest }
      level -= 1
      let pair = crossings[level].pairs[Int(rest)]
      rest = pair.0
      return pair.1
    }
    let period = periods.map { $0.pairs[Int(last())] }
    let values = decoder.dictionaries.indices.reversed().map { place in
      decoder.dictionaries[place].value(Int(last()))
    }
    return FileGroupKey(values: values.reversed(), period: period)
  }

  static func meet(_ part: Part, in whole: inout FileTallies) { whole.meet(part) }

  static func merge(
    _ part: Part,
    linesBefore: Int,
    into whole: inout FileTallies
  ) {
    whole.add(part, linesBefore: linesBefore)
  }
}
