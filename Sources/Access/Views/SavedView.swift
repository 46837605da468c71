package import Kernel

/// A page as somebody wants to see it again: its address under a name of their own.
package struct SavedView: Hashable, Sendable {
  package typealias ID = Identifier<SavedView>

  package let id: ID

  /// What its owner calls it; of one page no two of theirs share a name.
  package let name: String

  /// What follows the `?` of the page's address, percent-encoded.
  package let query: String

  /// Whether the page opens with it; at most one of a person's for each page.
  package let isHome: Bool

  /// The pages of which views are saved.
  package enum Page: String, CaseIterable, Hashable, Sendable {
    case answers, overview

    package var path: String {
      switch self {
      case .answers: "/answers"
      case .overview: "/"
      }
    }
  }

  /// Why a view was not saved.
  package enum Refusal: String, Error, Hashable, Sendable {
    case nameMissing = "name_missing"
    case nameUnfit = "name_unfit"

    /// `Limits.savedViewsMax` are there.
    case tooMany = "too_many"
  }
}

extension SavedView {
  /// The address that shows it.
  package func href(on page: Page) -> String { page.path + "?" + query }

  /// A name as typed, without white space at its ends.
  static func name(typed text: String) throws(Refusal) -> String {
    let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !name.isEmpty else { throw .nameMissing }
    let isOneLine = name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard isOneLine, name.unicodeScalars.count <= Limits.viewNameCharactersMax else {
      throw .nameUnfit
    }
    return name
  }
}

extension Limits {
  /// A saved view's name, in characters.
  package static let viewNameCharactersMax = 80

  /// Saved views of one person for one page.
  package static let savedViewsMax = 50

  /// A saved view's query, in bytes; longer ones are no view that a page of ours made.
  package static let viewQueryBytesMax = 4_000
}
