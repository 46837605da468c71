import Kernel
package import Tabular

/// The first rows of a file, from which columns are guessed and examples shown.
package struct ColumnSample: Sendable {
  /// Each row has a value for every column.
  package private(set) var rows: [[String]] = []

  package init(rows: [[String]] = []) { self.rows = rows }

  /// Reads the first rows; lines that cannot be used are passed over.
  package init(of path: String) throws(TabularError) {
    var reader = TabularReader(try TabularFile(path: path))
    let columns = reader.header.count
    while rows.count < ImportLimits.sampleRows {
      switch try reader.next() {
      case .end: return
      case .rejected: continue
      case .record: rows.append((0..<columns).map { reader.text($0) })
      }
    }
  }

  /// The first value that says something.
  package func example(of column: Int) -> String? {
    rows.lazy.map { $0[column] }.first { !FieldNumbers.isMissing($0.plainFieldBytes) }
  }

  /// What a column's values have in common.
  package func traits(of column: Int) -> ColumnTraits {
    ColumnTraits(rows.map { $0[column] })
  }
}

/// What the values of a column look like, in shares of those that say something.
package struct ColumnTraits: Sendable {
  /// Values that say something.
  package let count: Int

  /// The whole numbers with how often each stands there.
  package let wholeNumbers: [Int: Int]
  package let dateShare: Double
  package let languageShare: Double

  /// Whether every row has a value of its own.
  package let isUnique: Bool

  /// - Units: characters, on average.
  package let length: Double

  /// The share of values of several words.
  package let sentenceShare: Double

  init(_ values: [String]) {
    var whole: [Int: Int] = [:]
    var seen: Set<String> = []
    var dates = 0
    var languages = 0
    var characters = 0
    var sentences = 0
    var told = 0
    let dateReader = DateReader(pattern: nil)
    for value in values {
      let plain = value.plainFieldBytes
      if FieldNumbers.isMissing(plain) { continue }
      told += 1
      seen.insert(value)
      if let number = WholeNumber.parse(AnswerText.trimmed(value)) {
        whole[number, default: 0] += 1
      }
      switch dateReader.reading(of: plain) {
      case .day, .eitherWay: dates += 1
      case .missing, .unreadable: break
      }
      if Language(tag: value) != nil, value.utf8.count <= 5 { languages += 1 }
      characters += AnswerText.characters(in: value)
      if value.contains(" ") { sentences += 1 }
    }
    wholeNumbers = whole
    count = told
    let total = Double(max(1, told))
    dateShare = Double(dates) / total
    languageShare = Double(languages) / total
    isUnique = told == values.count && seen.count == told && told > 0
    length = Double(characters) / total
    sentenceShare = Double(sentences) / total
  }

  /// The share of whole numbers on a scale.
  package func share(on scale: ClosedRange<Int>) -> Double {
    let on = wholeNumbers.filter { scale.contains($0.key) }.values.reduce(0, +)
    return Double(on) / Double(max(1, count))
  }

  package var wholeShare: Double {
    Double(wholeNumbers.values.reduce(0, +)) / Double(max(1, count))
  }
}
