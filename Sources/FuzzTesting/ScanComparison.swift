import Tabular

/// Scans of the columns of a file, which must give what its reading record by record gave.
struct ScanComparison {
  private let reading: FileReading
  private let choice: ColumnChoice
  private let rows: [FileReading.Row]
  private let segmentBytes: Int

  /// More columns than these are not looked at.
  private static let columnsMax = 8

  /// A file is cut into no more than these.
  private static let segmentsMax = 12

  init(_ reading: FileReading, bytes: Int, _ chance: inout FuzzChance) {
    let columns = max(1, min(reading.header.count, Self.columnsMax))
    var choice = ColumnChoice()
    choice.values = Array(0..<columns)
    choice.integers = [chance.below(columns)]
    choice.decimals = [chance.below(columns)]
    choice.date = ColumnChoice.Date(
      column: chance.below(columns),
      reader: DateReader(pattern: nil)
    )
    var rows = reading.rows
    if chance.once(in: 3), !rows.isEmpty {
      let column = chance.below(columns)
      let text = rows[chance.below(rows.count)].fields[column]
      let accepted: Set = [String(decoding: text, as: UTF8.self), "9"]
      choice.conditions = [ColumnChoice.Condition(column: column, accepted: accepted)]
      let texts = Set(accepted.map { Array($0.utf8) })
      rows.removeAll { !texts.contains($0.fields[column]) }
    }
    self.reading = reading
    self.choice = choice
    self.rows = rows
    segmentBytes = max(1, bytes / Self.segmentsMax) + chance.below(max(1, bytes / 2))
  }

  func complaint(_ path: String) async -> String? {
    for threads in [1, 3] {
      let scan = ColumnScan<RowListing>(choice, threads: threads, segmentBytes: segmentBytes) { _ in
        RowListing()
      }
      do {
        let result = try await scan.run(try TabularFile(path: path), whole: [])
        if let complaint = difference(result) {
          return "\(complaint), scanned by \(threads) in segments of \(segmentBytes)"
        }
      } catch {
        if reading.failure != error as? TabularError {
          let instead = reading.failure.map { "\($0)" } ?? "nothing"
          return
            "scanned by \(threads) in segments of \(segmentBytes) stops by \(error), not \(instead)"
        }
      }
    }
    return nil
  }

  private func difference(_ result: ColumnScan<RowListing>.Result) -> String? {
    if let failure = reading.failure { return "reads on behind \(failure)" }
    let isListed = reading.rejected.count <= TabularLimits.rejectedLinesListedMax
    guard result.rejections.count == reading.rejected.count,
      !isListed || result.rejections.lines == reading.rejected
    else { return "leaves out \(result.rejections.lines), not \(reading.rejected)" }
    guard result.records == reading.rows.count + reading.rejected.count else {
      return "counts \(result.records) records"
    }
    guard result.whole.map(\.line) == rows.map(\.line) else {
      return "finds rows on lines \(result.whole.map(\.line)), not \(rows.map(\.line))"
    }
    for (found, row) in zip(result.whole, rows) {
      guard found.values.elementsEqual(row.fields.prefix(found.values.count)) else {
        return "reads \(found.values) on line \(row.line), not \(row.fields)"
      }
      if let complaint = difference(found, row) { return "\(complaint) on line \(row.line)" }
    }
    return nil
  }

  /// Numbers and days must be those of the text; quotation marks within it are taken for its own.
  private func difference(_ found: RowListing.Row, _ row: FileReading.Row) -> String? {
    let decimal = row.fields[choice.decimals[0]]
    if !decimal.contains(UInt8(ascii: "\"")) {
      let number = FieldNumbers.decimal(in: decimal.span, 0..<decimal.count)
      guard [number.bitPattern] == found.decimals else { return "reads another number" }
    }
    let day = row.fields[choice.date?.column ?? 0]
    if !day.contains(UInt8(ascii: "\"")) {
      let text = String(decoding: day, as: UTF8.self).plainFieldBytes
      guard choice.date?.reader.reading(of: text) == found.date else { return "reads another day" }
    }
    return nil
  }
}
