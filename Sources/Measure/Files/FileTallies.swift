import CXMetrics
import Kernel
import Tabular

/// The answers of a whole file by group.
struct FileTallies: Sendable {
  private(set) var cells: [FileGroupKey: ScoreCell] = [:]
  private(set) var evidence = DateOrderEvidence()

  /// The keys of each thread's groups, by the thread's own numbers.
  private var keys: [Int: [FileGroupKey]] = [:]

  /// Learns the keys of a part, which later parts of its thread take as known.
  mutating func meet(_ part: FileTally.Part) { keys[part.thread, default: []] += part.newKeys }

  mutating func add(_ part: FileTally.Part, linesBefore: Int) {
    let known = keys[part.thread, default: []]
    for group in 0..<part.counts.count / ScoreSlot.count {
      let counts = part.counts[group * ScoreSlot.count..<(group + 1) * ScoreSlot.count]
      if counts.allSatisfy({ $0 == 0 }) { continue }
      let weights = group < part.weights.count ? part.weights[group] : nil
      cells[known[group], default: ScoreCell()].add(counts, weights: weights)
    }
    evidence.append(part.evidence, linesBefore: linesBefore)
  }

  struct Group: Sendable {
    let values: [String]
    let period: Period?
    var cell: ScoreCell
  }

  /// The groups once it is known how dates are read, by values and then by time.
  func groups(_ order: DateOrderEvidence.Order) -> [Group] {
    var groups: [FileGroupKey: Group] = [:]
    for (key, cell) in cells {
      let period = order == .dayFirst ? key.period?.dayFirst : key.period?.monthFirst
      let known = FileGroupKey(
        values: key.values,
        period: PeriodPair(dayFirst: period, monthFirst: nil)
      )
      let empty = Group(values: key.values, period: period, cell: ScoreCell())
      groups[known, default: empty].cell.merge(cell)
    }
    return groups.values.sorted { left, right in
      if left.values != right.values {
        return left.values.lexicographicallyPrecedes(right.values)
      }
      guard let first = left.period, let second = right.period else { return false }
      return first.start < second.start
    }
  }
}

extension FileTallies {
  /// The groups of each period put together, by time.
  static func pooled(_ groups: [Group]) -> [Group] {
    var pooled: [Period: Group] = [:]
    for group in groups {
      guard let period = group.period else { continue }
      let empty = Group(values: [], period: period, cell: ScoreCell())
      pooled[period, default: empty].cell.merge(group.cell)
    }
    return pooled.sorted { $0.key.start < $1.key.start }.map(\.value)
  }
}

extension FileFigures {
  /// Reads a file to its end and measures it.
  ///
  /// - Throws: `WrongUsage` and `Header.UnknownColumn` for a question the file does not fit,
  ///   `TabularError` for a file that cannot be read or whose weights cannot be used.
  static func measure(
    _ file: consuming TabularFile,
    _ question: FileQuestion,
    threads: Int,
    segmentBytes: Int = ScanSegment.usualBytes,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> FileFigures {
    let form = file.form
    let choice = try question.choice(in: form.header)
    let scan = ColumnScan(choice, threads: threads, segmentBytes: segmentBytes) {
      FileTally(question, file: form.name, thread: $0)
    }
    let result = try await scan.run(file, whole: FileTallies(), progress: progress)
    let tallies = result.whole
    let order: DateOrderEvidence.Order
    do throws(DateOrderUnclear) { order = try tallies.evidence.order() } catch {
      throw WrongUsage(reason: error.reason)
    }
    let groups = tallies.groups(order)
    let overall = groups.reduce(into: ScoreCell()) { $0.merge($1.cell) }
    let isGrouped = !question.groupings.isEmpty || question.dates != nil
    return FileFigures(
      file: form.name,
      question: question,
      rows: result.records,
      rejections: result.rejections,
      overall: overall.figure(for: question),
      groups: isGrouped ? groups.map { Group($0, for: question) } : [],
      timeline: FileTallies.pooled(groups).map { Group($0, for: question) },
      remarks: form.header.oddities + [tallies.evidence.remark].compactMap(\.self)
    )
  }
}

extension FileFigures.Group {
  fileprivate init(_ group: FileTallies.Group, for question: FileQuestion) {
    self.init(
      values: group.values,
      period: group.period,
      figure: group.cell.figure(for: question)
    )
  }
}
