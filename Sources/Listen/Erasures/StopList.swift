import Kernel

/// What was erased, as a text that can be kept beside a backup: hashes that tell nothing to who
/// does not know the answers already.
package struct StopList: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    let hash: String
    let at: Instant
  }

  package var lines: [Line]

  package init(_ lines: [Line] = []) { self.lines = lines }

  private static let mark = "touchstone-erasures 1"
  private static let end = "end "

  /// A line for each name and one that says how many there are.
  package var text: String {
    ([Self.mark] + lines.map { "\($0.hash) \($0.at.milliseconds)" } + ["\(Self.end)\(lines.count)"])
      .joined(separator: "\n") + "\n"
  }

  package struct Unreadable: Error, Hashable, CustomStringConvertible {
    package let description: String
  }

  /// - Throws: `Unreadable` for another file, or one that was cut off.
  package init(_ text: String) throws {
    var rows = text.split(separator: "\n")
    guard rows.first == Self.mark[...] else {
      throw Unreadable(description: "this is no list of erasures of Touchstone's")
    }
    guard let last = rows.popLast(), last == "\(Self.end)\(rows.count - 1)" else {
      throw Unreadable(description: "the list of erasures was cut off")
    }
    lines = try rows.dropFirst().map { row in
      let parts = row.split(separator: " ")
      guard parts.count == 2, let at = Int64(parts[1]) else {
        throw Unreadable(description: "the list of erasures is damaged")
      }
      return Line(hash: String(parts[0]), at: Instant(milliseconds: at))
    }
  }

  /// Both lists in one, each name once.
  package func merged(with other: StopList) -> StopList {
    let known = Set(lines.map(\.hash))
    return StopList(lines + other.lines.filter { !known.contains($0.hash) })
  }
}
