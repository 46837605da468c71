/// How a file's text is cut into fields.
package struct Dialect: Hashable, Sendable {
  package let delimiter: UInt8

  package var delimiterName: String {
    switch delimiter {
    case .tab: "tab"
    case UInt8(ascii: ";"): "semicolon"
    default: "comma"
    }
  }

  /// The delimiters that are looked for, the most usual first.
  private static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8.tab]

  /// The records of a sample that are compared with its first.
  private static let recordsCompared = 50

  /// Chooses the delimiter by which most records of the sample are well-formed and have as many
  /// fields as the first; of equals, the one that gives more columns.
  static func recognise(_ sample: [UInt8], isWhole: Bool) -> Dialect {
    let padded = sample + [UInt8](repeating: .space, count: RecordIndex.padding)
    var best = (delimiter: delimiters[0], score: 0.0, columns: 1)
    for delimiter in delimiters {
      var index = RecordIndex()
      index.index(
        padded,
        RecordIndex.Stretch(
          start: 0,
          end: sample.count,
          isLast: isWhole,
          delimiter: delimiter
        )
      )
      let counts = index.fieldCounts(first: recordsCompared)
      guard let columns = counts.first, columns > 1 else { continue }
      let agreeing = counts.indices.count { counts[$0] == columns && index.fault(of: $0) == nil }
      let score = Double(agreeing) / Double(counts.count)
      if score > best.score || (score == best.score && columns > best.columns) {
        best = (delimiter, score, columns)
      }
    }
    return Dialect(delimiter: best.delimiter)
  }
}

extension RecordIndex {
  /// How many fields the first records have; one open record counts when no other is there.
  fileprivate func fieldCounts(first: Int) -> [Int] {
    guard !recordEnds.isEmpty else { return [fieldCount + 1] }
    var before = 0
    return recordEnds.prefix(first).map { end in
      defer { before = Int(end) }
      return Int(end) - before
    }
  }
}
