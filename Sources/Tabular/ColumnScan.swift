import Synchronization

/// What a scan counts: fed with batches on one thread, giving parts that are put together in the
/// file's own order, so that the answer does not depend on which thread was faster.
package protocol ColumnTally: Sendable {
  associatedtype Part: Sendable
  associatedtype Whole: Sendable

  /// Takes in a batch; lines that it cannot use go to `rejections`.
  mutating func take(
    _ decoder: borrowing ColumnDecoder,
    of window: borrowing RecordWindow,
    _ rejections: inout Rejections
  ) throws(TabularError)

  /// Hands over what was taken in since the last part.
  mutating func part(_ decoder: borrowing ColumnDecoder) -> Part

  /// Hears of every part once, each thread's in the order it handed them over and before they are
  /// merged: also of those that never are, since their segment did not start where supposed.
  static func meet(_ part: Part, in whole: inout Whole)

  /// Puts a part into the whole; lines that it names are `linesBefore` lines further down.
  static func merge(_ part: Part, linesBefore: Int, into whole: inout Whole) throws
}

extension ColumnTally {
  package static func meet(_ part: Part, in whole: inout Whole) {}
}

/// How much of a file a thread reads at a time.
package enum ScanSegment {
  package static let usualBytes = 4 << 20
}

/// One pass over a file that looks at few of its columns.
///
/// A plain file is cut into segments that several threads read at once. Where a segment's first
/// record starts cannot be known before all quotation marks ahead of it are: a thread supposes it,
/// and when the segment before turns out to end elsewhere, this one is read again from there.
package struct ColumnScan<Tally: ColumnTally> {
  private let choice: ColumnChoice
  private let threads: Int
  private let segmentBytes: Int
  private let makeTally: @Sendable (Int) -> Tally

  package struct Result: Sendable {
    package let whole: Tally.Whole
    /// Records read, those left out included, blank lines not.
    package let records: Int
    package let rejections: Rejections
  }

  /// `tally` makes the tally of a thread, given the thread's number from 0.
  package init(
    _ choice: ColumnChoice,
    threads: Int,
    segmentBytes: Int = ScanSegment.usualBytes,
    tally: @escaping @Sendable (Int) -> Tally
  ) {
    self.choice = choice
    self.threads = threads
    self.segmentBytes = segmentBytes
    makeTally = tally
  }

  /// Reads the file to its end; `progress` hears how many bytes of text are done.
  package func run(
    _ file: consuming TabularFile,
    whole: Tally.Whole,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> Result {
    let form = file.form
    let offset = file.scanner.nextOffset
    let line = file.scanner.nextLine
    guard let sections = file.sections, sections.length - offset > segmentBytes, threads > 1 else {
      let course = ScanCourse<Tally>(whole: whole, offset: offset, line: 0, segments: [])
      var scanner = file.scanner
      var only = SegmentWorker(choice, form: form, tally: makeTally(0))
      course.finish(only.read(&scanner, start: offset, progress: progress))
      return try course.result()
    }
    let segments = stride(from: offset, to: sections.length, by: segmentBytes).map {
      $0..<min($0 + segmentBytes, sections.length)
    }
    let course = ScanCourse<Tally>(whole: whole, offset: offset, line: line, segments: segments)
    await withTaskGroup(of: Void.self) { group in
      for thread in 0..<min(threads, segments.count) {
        group.addTask {
          var worker = SegmentWorker(choice, form: form, tally: makeTally(thread))
          worker.work(on: course, sections, progress: progress)
        }
      }
    }
    return try course.result()
  }
}
