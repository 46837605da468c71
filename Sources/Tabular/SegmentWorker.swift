/// What one reading of one segment gave.
struct SegmentReading<Part: Sendable>: Sendable {
  /// Where the first record was supposed to start; nil when no start was found.
  let start: Int?

  /// Where the first record behind the segment starts.
  var end: Int

  /// Physical lines from `start` to `end`.
  var lines = 0

  var records = 0

  /// By lines from `start` on, the first being 0.
  var rejections = Rejections()

  var part: Part?

  /// Counts only when `start` proves right.
  var failure: TabularError?
}

/// One thread of a scan.
struct SegmentWorker<Tally: ColumnTally>: Sendable {
  private let form: TabularFile.Form
  private var decoder: ColumnDecoder
  private var tally: Tally

  init(_ choice: ColumnChoice, form: TabularFile.Form, tally: Tally) {
    self.form = form
    self.tally = tally
    decoder = ColumnDecoder(choice, columnCount: form.header.count)
  }

  /// Reads segments until there are none left.
  mutating func work(
    on course: ScanCourse<Tally>,
    _ sections: TabularFile.Sections,
    progress: @Sendable (Int) -> Void
  ) {
    while let task = course.next() {
      let start: Int?
      switch task.start {
      case .known(let offset): start = offset
      case .supposed: start = supposedStart(of: task.segment, sections)
      }
      let reading = read(task.segment, from: start, sections)
      progress(course.take(reading, of: task))
    }
  }

  private mutating func read(
    _ segment: Range<Int>,
    from start: Int?,
    _ sections: TabularFile.Sections
  ) -> SegmentReading<Tally.Part> {
    guard let start else { return SegmentReading(start: nil, end: segment.upperBound) }
    var scanner = sections.scanner(form, from: start, line: 0, stop: segment.upperBound)
    return read(&scanner, start: start) { _ in }
  }

  /// Reads all that a scanner has.
  mutating func read(
    _ scanner: inout RecordScanner,
    start: Int,
    progress: @Sendable (Int) -> Void
  ) -> SegmentReading<Tally.Part> {
    var reading = SegmentReading<Tally.Part>(start: start, end: start)
    let firstLine = scanner.nextLine
    do throws(TabularError) {
      while try scanner.advance() {
        var rejections = Rejections()
        reading.records += decoder.decode(scanner.window, &rejections)
        if let reason = decoder.overflow(names: form.header.names) {
          throw TabularError(file: form.name, reason: reason)
        }
        var unusable = Rejections()
        try tally.take(decoder, of: scanner.window, &unusable)
        rejections.weave(unusable)
        reading.rejections.append(rejections, linesBefore: 0)
        progress(scanner.nextOffset)
      }
    } catch {
      reading.failure = error
    }
    reading.end = scanner.nextOffset
    reading.lines = scanner.nextLine - firstLine
    reading.part = tally.part(decoder)
    return reading
  }

  /// How far a segment's first record is looked for.
  private static var probeBytes: Int { 1 << 16 }

  /// How much of a record is looked at to judge whether one starts here.
  private static var judgedBytes: Int { 1 << 12 }

  /// Line breaks that are tried as the one before the segment's first record.
  private static var probesMax: Int { 8 }

  /// The likeliest start: behind the first line break after which a record of the header's width
  /// stands; failing that, behind the first line break.
  private func supposedStart(of segment: Range<Int>, _ sections: TabularFile.Sections) -> Int? {
    var bytes = [UInt8](repeating: .space, count: Self.probeBytes + RecordIndex.padding)
    let before = segment.lowerBound - 1
    let place = sections.markBytes + before
    guard
      let count = try? sections.file.read(
        at: place,
        into: &bytes,
        from: 0,
        room: Self.probeBytes
      )
    else { return nil }
    var starts: [Int] = []
    for position in 0..<count where RecordIndex.isBreak(bytes.span, at: position) {
      if startsRecord(bytes, position + 1, count) { return before + position + 1 }
      starts.append(position + 1)
      if starts.count == Self.probesMax { break }
    }
    return starts.first.map { before + $0 }
  }

  private func startsRecord(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var index = RecordIndex()
    index.index(
      bytes,
      RecordIndex.Stretch(
        start: start,
        end: min(end, start + Self.judgedBytes),
        isLast: false,
        delimiter: form.dialect.delimiter
      )
    )
    return index.recordEnds.first.map { Int($0) } == form.header.count && index.fault(of: 0) == nil
  }
}
