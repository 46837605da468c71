import CXMetrics
import CXText

/// The themes that are looked for in a file, and where they come from.
struct ThemesChoice: Sendable {
  private(set) var themes: [Theme]

  /// The kind of business whose starter set it is; nil for themes of one’s own.
  private(set) var sector: ThemeSet.Sector?

  /// Whether nobody named them and they were chosen because they fit.
  private(set) var isGuess = false

  /// - Parameter given: themes that people gave comments of the file.
  init(_ asked: ThemesQuestion.Themes, given: [[GivenTheme]?], texts: [String]) {
    switch asked {
    case .named(let set):
      themes = set.themes
      sector = set.sector
    case .fitting where given.contains { $0 != nil }:
      themes = []
    case .fitting:
      let sector = Self.fitting(texts)
      themes = ThemeSet.starter(for: sector).themes
      self.sector = sector
      isGuess = true
    }
    addMissing(given)
  }

  /// Themes of one’s own are those that at least two comments were given: one alone is a slip.
  private mutating func addMissing(_ given: [[GivenTheme]?]) {
    var counts: [String: Int] = [:]
    for name in given.joined(\.theme) { counts[name, default: 0] += 1 }
    for name in counts.filter({ $0.value > 1 }).keys.sorted() where place(of: name) == nil {
      themes.append(
        Theme(
          id: name,
          names: Dictionary(uniqueKeysWithValues: ThemeLanguage.allCases.map { ($0, name) })
        )
      )
    }
  }

  /// The place of a theme by its id, or by what it is called in any language.
  func place(of name: String) -> Int? {
    themes.firstIndex { $0.id == name || $0.names.values.contains(name) }
  }

  /// What tells the themes; examples are weighed beside the words around them in some comments.
  func model(_ texts: [String]) -> ThemeModel {
    let hasExamples = themes.contains { !$0.examples.isEmpty }
    return ThemeModel(themes: themes, comments: hasExamples ? texts : [])
  }

  /// The starter set whose words touch most of some comments, evenly spread.
  private static func fitting(_ texts: [String]) -> ThemeSet.Sector {
    let looked = min(texts.count, 2_000)
    let sample = (0..<looked).map { texts[$0 * texts.count / looked] }
    let sectors = ThemeSet.Sector.allCases
    let counts = ParallelParts.map(sectors.count) { place in
      let words = ThemeWords(themes: ThemeSet.starter(for: sectors[place]).themes)
      let reader = CommentReader()
      var (comment, touches) = (ReadComment(), [ThemeWords.Touch]())
      var found = 0
      for text in sample {
        reader.read(text, into: &comment)
        words.find(in: comment, &touches)
        // Three themes of a comment fit better than one.
        found += Set(touches.map(\.theme)).count
      }
      return found
    }
    let best = sectors.indices.max { (counts[$0], $1) < (counts[$1], $0) }
    return best.map { sectors[$0] } ?? .retail
  }
}

extension [[GivenTheme]?] {
  fileprivate func joined(_ part: (GivenTheme) -> String) -> [String] {
    flatMap { $0 ?? [] }.map(part)
  }
}
