import CPostgres
import Foundation

/// A PostgreSQL URL as its own tools read it from a file: arguments would show in the list of
/// processes.
enum PostgresServiceFile {
  static let name = "touchstone"

  /// The text of a service file (libpq, “The Connection Service File”).
  static func text(for url: String) throws -> String {
    var problem: UnsafeMutablePointer<CChar>?
    guard let options = unsafe PQconninfoParse(url, &problem) else {
      let reason = unsafe problem.map { unsafe String(cString: $0) } ?? "no memory"
      unsafe PQfreemem(problem)
      throw StorageUnavailable(.failing, detail: "the database URL: \(reason)")
    }
    defer { unsafe PQconninfoFree(options) }
    var lines = ["[\(name)]"]
    var option = unsafe options
    while let keyword = unsafe option.pointee.keyword {
      if let value = unsafe option.pointee.val {
        let text = unsafe String(cString: value)
        if !text.isEmpty, !text.contains("\n") {
          lines.append("\(unsafe String(cString: keyword))=\(text)")
        }
      }
      unsafe option += 1
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
