/// What comments can be about, as a business names it.
public struct Theme: Hashable, Sendable, Identifiable {
  /// Short and never changed, so that figures of different months speak of the same thing.
  public let id: String
  /// What it is called, by language.
  public var names: [ThemeLanguage: String]
  /// Words and short phrases that speak of it, by language, as people write them. A `*` at the end
  /// stands for any ending.
  public var words: [ThemeLanguage: [String]]
  /// Comments that somebody judged.
  public var examples: [Judgement: [String]]

  /// Whether an example is about the theme.
  public enum Judgement: String, Hashable, Sendable, CaseIterable {
    /// It is.
    case about
    /// It is not, though it may seem so.
    case notAbout = "not_about"
  }

  /// A theme, by words, by examples or by both.
  public init(
    id: String,
    names: [ThemeLanguage: String],
    words: [ThemeLanguage: [String]] = [:],
    examples: [Judgement: [String]] = [:]
  ) {
    self.id = id
    self.names = names
    self.words = words
    self.examples = examples
  }
}

/// A language themes are named in.
public enum ThemeLanguage: String, Hashable, Sendable, CaseIterable {
  /// Vietnamese.
  case vietnamese = "vi"
  /// Persian.
  case persian = "fa"
  /// English.
  case english = "en"
}

/// The themes of one business.
public struct ThemeSet: Hashable, Sendable {
  /// What kind of business; nil where it is none of those with a starter set.
  public let sector: Sector?
  /// In the order in which they are shown.
  public var themes: [Theme]

  /// Kinds of business with a starter set.
  public enum Sector: String, Hashable, Sendable, CaseIterable {
    /// Shops, in the street and online.
    case retail
    /// Hotels, restaurants and cafés.
    case hospitality
    /// Banks and payment.
    case banking
    /// Clinics and hospitals.
    case health
    /// Mobile, internet and television.
    case telecom
    /// Schools, universities and courses.
    case education
  }

  /// A set of one’s own.
  public init(sector: Sector? = nil, themes: [Theme]) {
    self.sector = sector
    self.themes = themes
  }

  /// What a business of this kind can begin with: about ten themes with their words in three
  /// languages, to be changed as it likes.
  public static func starter(for sector: Sector) -> ThemeSet {
    let lists = StarterTheme.lists(for: sector)
    let ids = lists.first?.themes.map(\.id) ?? []
    return ThemeSet(
      sector: sector,
      themes: ids.map { id in
        var theme = Theme(id: id, names: [:])
        for (language, themes) in lists {
          guard let own = themes.first(where: { $0.id == id }) else { continue }
          theme.names[language] = own.name
          theme.words[language] = own.words
        }
        return theme
      }
    )
  }
}
