/// Why a file could not be read: where, and what to do about it.
package struct TabularError: Error, Hashable, Sendable {
  /// The file's name as it was given; “standard input” for `-`.
  package let file: String

  /// The physical line, the header being 1; nil when the whole file is meant.
  package let line: Int?

  package let reason: String

  package init(file: String, line: Int? = nil, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }
}

extension TabularError: CustomStringConvertible {
  package var description: String {
    line.map { "\(file), line \($0): \(reason)" } ?? "\(file): \(reason)"
  }
}

/// A line that was left out, and why.
package struct RejectedLine: Hashable, Sendable {
  /// The physical line on which the record starts, the header being 1.
  package let line: Int

  package let reason: String

  package init(line: Int, reason: String) {
    self.line = line
    self.reason = reason
  }
}
