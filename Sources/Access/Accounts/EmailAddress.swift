import Foundation

/// An e-mail address as it names an account: trimmed, folded to lower case, composed.
///
/// - Range: 3 through 254 characters, one `@` with something on both sides, no space or control.
package struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  package static let charactersMax = 254

  /// Nil when mail could not be sent to it.
  package init?(_ typed: String) {
    // A first cut keeps a book sent as an address from being folded.
    guard typed.utf8.count <= 4 * Self.charactersMax + 1000 else { return nil }
    let folded = typed.trimmingCharacters(in: .whitespacesAndNewlines)
      .precomposedStringWithCanonicalMapping.lowercased()
    let halves = folded.split(separator: "@", omittingEmptySubsequences: false)
    guard folded.count <= Self.charactersMax, halves.count == 2,
      halves.allSatisfy({ !$0.isEmpty }),
      folded.unicodeScalars.allSatisfy({
        $0.properties.generalCategory != .control && !$0.properties.isWhitespace
      })
    else { return nil }
    text = folded
  }

  /// What the store kept.
  init(stored text: String) { self.text = text }

  package var description: String { text }
}
