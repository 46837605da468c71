import CXText
import Kernel
import Measure
import Tabular

/// The comments of a file with what stands beside them, row by row.
struct ThemesFile: Sendable {
  let name: String
  private(set) var texts: [String] = []

  /// By comment; nil where none came with it. Empty where the file has no column of scores.
  private(set) var scores: [Double?] = []

  /// By comment; empty where the file has no column of dates.
  private(set) var days: [Day?] = []

  /// By comment; nil where nobody looked. Empty where the file has no column of themes.
  private(set) var given: [[GivenTheme]?] = []

  /// Rows with and without a comment.
  private(set) var rows = 0
  private(set) var rejections = Rejections()
  private(set) var remarks: [String] = []

  private struct Places {
    let text: Int
    let score: Int?
    let date: Int?
    let labels: Int?
  }

  /// - Throws: `WrongUsage`, `Header.UnknownColumn`, `TabularError`.
  init(_ path: String, _ question: ThemesQuestion) throws {
    name = path
    guard !question.separator.isEmpty else { throw WrongUsage(reason: "--separator is empty") }
    var reader = TabularReader(try TabularFile(path: path))
    let header = reader.header
    let places = Places(
      text: try CommentFile.textColumn(question.text, in: header),
      score: try question.score.map { name throws in try header.column(named: name) },
      date: try question.date.map { name throws in try header.column(named: name) },
      labels: try question.labels.map { name throws in try header.column(named: name) }
    )
    remarks = header.oddities
    var fileDays = FileDays(pattern: question.datePattern)
    var notScores: [(line: Int, text: String)] = []
    reading: while true {
      switch try reader.next() {
      case .end: break reading
      case .rejected(let line): rejections.add(line: line.line, reason: line.reason)
      case .record:
        rows += 1
        let text = reader.text(places.text)
        guard !FieldNumbers.isMissing(text.plainFieldBytes) else { continue }
        texts.append(text)
        if let column = places.score {
          let cell = reader.text(column)
          let score = Self.score(cell)
          if score == nil, !FieldNumbers.isMissing(cell.plainFieldBytes) {
            notScores.append((reader.line, cell))
          }
          scores.append(score)
        }
        if let column = places.date { fileDays.append(reader.text(column)) }
        if let column = places.labels {
          let found = GivenTheme.all(in: reader.text(column), separator: question.separator)
          given.append(found.isEmpty ? nil : found)
        }
      }
    }
    days = fileDays.days
    remark(fileDays, notScores, question)
  }

  private mutating func remark(
    _ fileDays: FileDays,
    _ notScores: [(line: Int, text: String)],
    _ question: ThemesQuestion
  ) {
    let empty = rows - texts.count
    if empty > 0 { remarks.append("rows without a comment: \(empty) of \(rows)") }
    if let first = notScores.first {
      remarks.append(
        "scores that are no number: \(notScores.count), the first in line \(first.line): "
          + "“\(first.text.prefix(40))”; their comments count without one"
      )
    }
    if fileDays.unreadable > 0 {
      remarks.append(
        "dates that cannot be read: \(fileDays.unreadable) of \(texts.count); their comments count "
          + "without one"
      )
    }
    if let remark = fileDays.remark { remarks.append(remark) }
    let silent = given.count { $0 == nil }
    if !given.isEmpty, silent > 0 { remarks.append("comments without a theme yet: \(silent)") }
  }

  /// Nil for what is no number.
  private static func score(_ cell: String) -> Double? {
    let bytes = cell.plainFieldBytes
    let value = FieldNumbers.decimal(in: bytes.span, 0..<bytes.count)
    return value.isFinite ? value : nil
  }
}
