import CXText
import Kernel
import Measure
import Tabular

/// Comments of a file, with their labels where they have some.
struct CommentFile: Sendable {
  /// Where to look in a file.
  struct Columns: Sendable {
    /// Nil for the column that looks like one of comments.
    var text: String?
    /// One label in each row.
    var label: String?
    /// Several labels in a cell, `separator` between them.
    var labels: String?
    var separator = ";"
  }

  /// A row with a comment; rows without one are counted and left out.
  struct Row: Sendable {
    let text: String
    let labels: [String]
    let line: Int
  }

  private(set) var rows: [Row] = []
  private(set) var empty = 0
  private(set) var unlabelled = 0
  private(set) var rejections = Rejections()
  private(set) var remarks: [String]

  let labelling: LabelledComments.Labelling

  /// - Throws: `WrongUsage`, `Header.UnknownColumn`, `TabularError`.
  init(_ path: String, _ columns: Columns) throws {
    guard (columns.label == nil) != (columns.labels == nil) else {
      throw WrongUsage(
        reason: "name one column of labels: --label where each comment has one, --labels where a "
          + "comment may have several"
      )
    }
    guard !columns.separator.isEmpty else { throw WrongUsage(reason: "--separator is empty") }
    labelling = columns.label == nil ? .many : .one
    var reader = TabularReader(try TabularFile(path: path))
    remarks = reader.header.oddities
    let text = try Self.textColumn(columns.text, in: reader.header)
    let label = try reader.header.column(named: columns.label ?? columns.labels ?? "")
    while true {
      switch try reader.next() {
      case .end: return
      case .rejected(let line): rejections.add(line: line.line, reason: line.reason)
      case .record:
        add(reader.text(text), reader.text(label), columns.separator, reader.line)
      }
    }
  }

  private mutating func add(_ text: String, _ cell: String, _ separator: String, _ line: Int) {
    let labels =
      labelling == .one
      ? [cell.trimmed].filter { !$0.isEmpty }
      : cell.split(separator: separator).map(\.trimmed).filter { !$0.isEmpty }
    if text.trimmed.isEmpty {
      empty += 1
    } else if labelling == .one, labels.isEmpty {
      unlabelled += 1
    } else {
      rows.append(Row(text: text, labels: labels, line: line))
    }
  }

  /// All labels of the file, sorted.
  var labels: [String] { Set(rows.flatMap(\.labels)).sorted() }

  /// The comments with their labels.
  ///
  /// - Parameter labels: the closed list; rows with others are left out and told.
  mutating func labelled(_ labels: [String]) throws(TextRefusal) -> LabelledComments {
    var comments = try LabelledComments(labels: labels, labelling)
    for row in rows {
      do {
        try comments.add(row.text, labels: row.labels)
      } catch .unknownLabel(let label) {
        rejections.add(
          line: row.line,
          reason:
            "the label “\(label)” is not the model’s; it knows \(labels.joined(separator: ", "))"
        )
      }
    }
    return comments
  }

  /// What people should know of the file before they trust what was made of it.
  var allRemarks: [String] {
    var all = remarks
    if empty > 0 { all.append("\(empty) rows have no comment") }
    if unlabelled > 0 { all.append("\(unlabelled) comments have no label") }
    return all
  }

  /// The column named, else the first that is called like one of comments.
  static func textColumn(_ name: String?, in header: Header) throws -> Int {
    if let name { return try header.column(named: name) }
    let usual = [
      "text", "comment", "comments", "content", "review", "verbatim", "góp ý", "bình luận",
      "nhận xét", "نظر", "متن", "دیدگاه",
    ]
    let names = header.names.map { $0.lowercased().trimmed }
    for word in usual {
      if let place = names.firstIndex(of: word) { return place }
    }
    throw WrongUsage(
      reason: "no column is called like one of comments; name it with --text. The file has "
        + header.names.joined(separator: ", ")
    )
  }
}
