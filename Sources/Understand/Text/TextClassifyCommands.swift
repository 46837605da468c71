import Access
import ArgumentParser
import CXMetrics
import CXText
import Foundation
import Measure
import Tabular

/// `touchstone text classify FILE --model MODEL [--to OUT]`.
struct TextClassifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify",
    abstract: "Label the comments of a file.",
    discussion: """
      Writes a CSV with the file’s columns and, after them, the label and its probability; where a
      comment may have several labels, all of them and the least of their probabilities. A comment
      that the model is not sure of, and a row without a comment, has no label.

      EXAMPLE:
        touchstone text classify comments.csv --model feeling.cxtext --certainty 0.6 --to out.csv
      """
  )

  @Argument(help: "The file: CSV or TSV with a header, plain or gzip; - for standard input.")
  var file: String

  @Option(help: "The column of comments; found by its name without it.")
  var text: String?

  @Option(help: "A model that “touchstone text train” wrote.")
  var model: String

  @Option(help: "The probability below which the model says that it is not sure.")
  var certainty = 0.0

  @Option(help: "Where to write the CSV; standard output without it.")
  var to: String?

  func validate() throws {
    guard (0...1).contains(certainty) else {
      throw ValidationError("--certainty is a number from 0 to 1")
    }
  }

  func run() throws {
    do {
      let model = try ModelFile.read(model)
      var lines = try LabelledLines(file, text: text, model, certainty)
      try LabelledOutput.write(to: to) { take in try lines.writeAll(take) }
      lines.rejections.say(remarks: lines.remarks)
    } catch {
      throw ModelFile.telling(error)
    }
  }
}

/// A file’s lines with their labels after them, some thousand at a time on all cores.
struct LabelledLines: ~Copyable {
  private var reader: TabularReader
  private let column: Int
  private let model: TextModel
  private let certainty: Double
  private var classifiers: [TextClassifier]
  private var rows: [[String]] = []

  private(set) var rejections = Rejections()
  var remarks: [String] { reader.header.oddities }

  private static let rowsAtOnce = 8192

  init(_ path: String, text: String?, _ model: TextModel, _ certainty: Double) throws {
    let file = try TabularFile(path: path)
    column = try CommentFile.textColumn(text, in: file.form.header)
    reader = TabularReader(file)
    self.model = model
    self.certainty = certainty
    let cores = ProcessInfo.processInfo.activeProcessorCount
    classifiers = Array(repeating: TextClassifier(model), count: max(1, cores))
  }

  /// Hands over the bytes of the header, then of the rows.
  mutating func writeAll(_ take: ([UInt8]) throws -> Void) throws {
    var bytes = CSVLine.byteOrderMark
    let names = (reader.header.names + ["label", "probability"]).map { OutputCell.text($0) }
    CSVLine.append(names, to: &bytes)
    try take(bytes)
    while true {
      let step = try reader.next()
      switch step {
      case .end: break
      case .rejected(let line): rejections.add(line: line.line, reason: line.reason)
      case .record: rows.append((0..<reader.header.count).map { reader.text($0) })
      }
      if rows.count == Self.rowsAtOnce || step == .end {
        for part in classified() { try take(part) }
        rows.removeAll(keepingCapacity: true)
      }
      if step == .end { return }
    }
  }

  private mutating func classified() -> [[UInt8]] {
    let count = classifiers.count
    let (rows, column, model, certainty) = (rows, column, model, certainty)
    let before = classifiers
    classifiers = []
    let parts = ParallelParts.map(count) { part in
      var classifier = before[part]
      var bytes: [UInt8] = []
      for row in rows[part * rows.count / count..<(part + 1) * rows.count / count] {
        var cells = row.map { OutputCell.text($0) }
        let probabilities = classifier.probabilities(of: row[column])
        let isEmpty = row[column].allSatisfy(\.isWhitespace)
        let labels = isEmpty ? [] : model.labels(of: probabilities, certainty: certainty)
        cells.append(.text(labels.map { model.labels[$0] }.joined(separator: ";")))
        let least = labels.map { probabilities[$0] }.min()
        cells.append(least.map { .text(String(format: "%.4f", $0)) } ?? .empty)
        CSVLine.append(cells, to: &bytes)
      }
      return (bytes, classifier)
    }
    classifiers = parts.map(\.1)
    return parts.map(\.0)
  }
}

/// Where labelled lines go.
enum LabelledOutput {
  /// To a file, which appears only when it is whole, or to standard output.
  static func write(
    to path: String?,
    _ lines: ((([UInt8]) throws -> Void)) throws -> Void
  ) throws {
    guard let path else {
      try lines { try FileHandle.standardOutput.write(contentsOf: Data($0)) }
      return
    }
    let partial = path + ".part"
    guard FileManager.default.createFile(atPath: partial, contents: nil),
      let handle = FileHandle(forWritingAtPath: partial)
    else { throw FileRefusal.because("\(partial): the file cannot be written") }
    do {
      try lines { try handle.write(contentsOf: Data($0)) }
      try handle.synchronize()
      try handle.close()
      guard unsafe rename(partial, path) == 0 else {
        throw FileRefusal.because("\(path): the file cannot be written")
      }
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw error
    }
  }
}
