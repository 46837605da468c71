package import Kernel

/// Fixed words of the respondents' pages as the business says them itself.
package struct BusinessTexts: Hashable, Sendable {
  /// By language, then by the last part of the catalogue's key.
  package var own: [Language: [String: String]]

  package init(_ own: [Language: [String: String]] = [:]) { self.own = own }

  /// Nil where the house's own words stand.
  package subscript(key: String, language: Language) -> String? { own[language]?[key] }

  /// Some words of a language with the business's in the place of the house's.
  package func over(_ words: [String: String], in language: Language) -> [String: String] {
    guard let own = own[language] else { return words }
    return words.merging(own) { $1 }
  }
}
