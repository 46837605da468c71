import Foundation
import Synchronization

/// A file of the refused lines, each with its number and the reason, in the form of the original:
/// repaired, it can be brought in as it is.
final class RefusedLinesFile: Sendable {
  private let handle: Mutex<FileHandle>
  private let delimiter: String

  /// - Parameter isGoingOn: whether a file that is there already is added to.
  /// - Throws: `ImportRefusal` rather than overwrite a file.
  init(path: String, header: [String], delimiter: UInt8, isGoingOn: Bool) throws {
    self.delimiter = String(decoding: [delimiter], as: UTF8.self)
    let isThere = FileManager.default.fileExists(atPath: path)
    guard isGoingOn || !isThere else {
      throw ImportRefusal("\(path) is there already; name another file with --errors")
    }
    if !isThere {
      guard
        FileManager.default.createFile(
          atPath: path,
          contents: nil,
          attributes: [.posixPermissions: 0o600]
        )
      else { throw ImportRefusal("\(path) cannot be written; name another file with --errors") }
    }
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.seekToEnd()
    if !isThere {
      let names = header.map(Self.quoted) + ["refused_line", "refused_reason"]
      try file.write(contentsOf: Data((names.joined(separator: self.delimiter) + "\n").utf8))
    }
    handle = Mutex(file)
  }

  /// Adds the refused ones of some rows.
  func add(_ rows: [ImportRow]) throws {
    var text = ""
    for row in rows {
      guard case .refused(let record) = row.verdict else { continue }
      let fault = record.fault
      let reason = [fault.column, fault.reason].compactMap(\.self).joined(separator: ": ")
      // A line that is no record of the file becomes a single field, so that the others stand.
      let original = record.isWellFormed ? record.text : Self.quoted(record.text)
      text += line([original, String(fault.line), Self.quoted(reason)])
    }
    if !text.isEmpty { try handle.withLock { try $0.write(contentsOf: Data(text.utf8)) } }
  }

  private func line(_ fields: [String]) -> String {
    fields.joined(separator: delimiter) + "\n"
  }

  private static func quoted(_ field: String) -> String {
    "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}
