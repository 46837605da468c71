/// Why a file of themes cannot be used, and where in it.
public struct ThemeSetRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// As `themes[2].words.vi[0]`; empty for the file as a whole.
  public let place: String

  /// What is wrong there.
  public let problem: Problem

  /// What can be wrong.
  public enum Problem: Hashable, Sendable {
    /// Longer than ``ThemeSetFile/bytesMost``.
    case tooLong(bytes: Int)
    /// No JSON.
    case notJSON
    /// Something of another kind than the one named.
    case not(String)
    /// A key that nothing is known of; the known ones.
    case unknownKey(known: [String])
    /// A word that is none of those known.
    case unknownValue(String, known: [String])
    /// A key that must be there.
    case missing(String)
    /// No letter, digit or sign that could be looked for.
    case empty
    /// An id that another theme has.
    case repeatedID(String)
    /// An id with spaces, with control characters, or longer than ``ThemeSetFile/idLettersMost``.
    case badID(String)
    /// More of something than there may be.
    case tooMany(String, count: Int, most: Int)
    /// A theme by which nothing can be found.
    case nothingToFind
  }

  /// In one line, the place first.
  public var description: String { place.isEmpty ? reason : "\(place): \(reason)" }

  /// What is wrong, in words.
  public var reason: String {
    switch problem {
    case .tooLong(let bytes):
      "the file has \(bytes) bytes, at most \(ThemeSetFile.bytesMost) are read"
    case .notJSON: "the file is not JSON"
    case .not(let kind): "must be \(kind)"
    case .unknownKey(let known): "is not known here; known are \(known.joined(separator: ", "))"
    case .unknownValue(let value, let known):
      "“\(value)” is not one of \(known.joined(separator: ", "))"
    case .missing(let key): "“\(key)” is missing"
    case .empty: "holds no word"
    case .repeatedID(let id): "another theme has the id “\(id)”"
    case .badID(let id):
      "“\(id)” is no id: 1 to \(ThemeSetFile.idLettersMost) letters, digits and signs, no spaces"
    case .tooMany(let what, let count, let most):
      "holds \(count) \(what), at most \(most) are allowed"
    case .nothingToFind: "has neither words nor examples"
    }
  }
}
