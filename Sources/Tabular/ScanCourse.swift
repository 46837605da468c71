import Synchronization

/// How far a scan has come: hands out segments and puts their readings together in order.
final class ScanCourse<Tally: ColumnTally>: Sendable {
  struct Assignment: Sendable {
    enum Start: Sendable {
      case known(Int)
      case supposed
    }

    let number: Int
    let segment: Range<Int>
    let start: Start
  }

  private struct State {
    var nextSegment = 0
    /// The first segment that is not yet part of the whole.
    var nextMerge = 0
    /// Where, for certain, the next record to merge starts, and on which line.
    var offset: Int
    var line: Int
    /// Segments whose supposed start proved wrong.
    var again: [Int] = []
    var waiting: [Int: SegmentReading<Tally.Part>] = [:]
    var whole: Tally.Whole
    var records = 0
    var rejections = Rejections()
    var failure: (any Error)?
  }

  private let segments: [Range<Int>]
  private let state: Mutex<State>

  init(whole: Tally.Whole, offset: Int, line: Int, segments: [Range<Int>]) {
    self.segments = segments
    state = Mutex(State(offset: offset, line: line, whole: whole))
  }

  /// The next segment to read; nil when none is left or the file is refused.
  func next() -> Assignment? {
    state.withLock { state in
      guard state.failure == nil else { return nil }
      if let number = state.again.popLast() {
        return Assignment(number: number, segment: segments[number], start: .known(state.offset))
      }
      guard state.nextSegment < segments.count else { return nil }
      let number = state.nextSegment
      state.nextSegment += 1
      return Assignment(
        number: number,
        segment: segments[number],
        start: number == state.nextMerge ? .known(state.offset) : .supposed
      )
    }
  }

  /// Takes a reading, and all that waited for it; returns how far the whole now reaches.
  func take(_ reading: SegmentReading<Tally.Part>, of task: Assignment) -> Int {
    state.withLock { state in
      if let part = reading.part { Tally.meet(part, in: &state.whole) }
      state.waiting[task.number] = reading
      while state.failure == nil, state.again.isEmpty,
        let next = state.waiting.removeValue(forKey: state.nextMerge)
      {
        if state.offset >= segments[state.nextMerge].upperBound {
          // One record of an earlier segment reaches beyond all of this one.
          state.nextMerge += 1
        } else if next.start == state.offset {
          Self.merge(next, &state)
          state.nextMerge += 1
        } else {
          state.again.append(state.nextMerge)
        }
      }
      return state.offset
    }
  }

  /// Takes the one reading of a file that is read from front to back.
  func finish(_ reading: SegmentReading<Tally.Part>) {
    state.withLock { state in
      if let part = reading.part { Tally.meet(part, in: &state.whole) }
      Self.merge(reading, &state)
    }
  }

  func result() throws -> ColumnScan<Tally>.Result {
    try state.withLock { state in
      if let failure = state.failure { throw failure }
      return ColumnScan.Result(
        whole: state.whole,
        records: state.records,
        rejections: state.rejections
      )
    }
  }

  private static func merge(_ reading: SegmentReading<Tally.Part>, _ state: inout State) {
    do {
      if let part = reading.part {
        try Tally.merge(part, linesBefore: state.line, into: &state.whole)
      }
      if let failure = reading.failure {
        throw TabularError(
          file: failure.file,
          line: failure.line.map { $0 + state.line },
          reason: failure.reason
        )
      }
    } catch {
      state.failure = error
    }
    state.rejections.append(reading.rejections, linesBefore: state.line)
    state.records += reading.records
    state.offset = reading.end
    state.line += reading.lines
  }
}
