import CXText

/// A theme that somebody gave a comment, with how its writer felt about it where they said so.
struct GivenTheme: Hashable, Sendable {
  let theme: String
  let feeling: Feeling?

  /// The themes of a cell: `battery; price`, or with feelings `BATTERY#Positive;PRICE:negative`
  /// and the same in braces, as data sets have them.
  static func all(in cell: String, separator: String) -> [GivenTheme] {
    var found: [GivenTheme] = []
    for part in cell.split(separator: separator) {
      let inner = part.trimming { $0.isWhitespace || $0 == "{" || $0 == "}" }
      guard !inner.isEmpty else { continue }
      let given = Self(inner)
      if !found.contains(where: { $0.theme == given.theme }) { found.append(given) }
    }
    return found
  }

  private init(_ text: Substring) {
    if let mark = text.lastIndex(where: { $0 == "#" || $0 == ":" }), mark > text.startIndex,
      let feeling = Self.feelings[text[text.index(after: mark)...].trimmed.lowercased()]
    {
      theme = text[..<mark].trimmed
      self.feeling = feeling
    } else {
      theme = String(text)
      feeling = nil
    }
  }

  private static let feelings: [String: Feeling] = [
    "positive": .positive, "pos": .positive, "tích cực": .positive, "مثبت": .positive,
    "negative": .negative, "neg": .negative, "tiêu cực": .negative, "منفی": .negative,
    "neutral": .neutral, "trung tính": .neutral, "trung lập": .neutral, "خنثی": .neutral,
  ]
}

extension StringProtocol {
  /// Without characters of a kind at its ends.
  func trimming(_ isOuter: (Character) -> Bool) -> Substring {
    var rest = Substring(self)
    while let first = rest.first, isOuter(first) { rest.removeFirst() }
    while let last = rest.last, isOuter(last) { rest.removeLast() }
    return rest
  }

  /// Without spaces at its ends.
  var trimmed: String { String(trimming(\.isWhitespace)) }
}
