/// One starter theme in one language.
struct StarterTheme {
  let id: String
  let name: String
  let words: [String]

  /// - Parameter words: with commas between.
  init(_ id: String, _ name: String, _ words: String) {
    self.id = id
    self.name = name
    self.words = words.split(separator: ",").map { word in
      word.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  static func lists(
    for sector: ThemeSet.Sector
  ) -> [(language: ThemeLanguage, themes: [StarterTheme])] {
    switch sector {
    case .retail:
      [(.english, retailEnglish), (.vietnamese, retailVietnamese), (.persian, retailPersian)]
    case .hospitality:
      [
        (.english, hospitalityEnglish), (.vietnamese, hospitalityVietnamese),
        (.persian, hospitalityPersian),
      ]
    case .banking:
      [(.english, bankingEnglish), (.vietnamese, bankingVietnamese), (.persian, bankingPersian)]
    case .health:
      [(.english, healthEnglish), (.vietnamese, healthVietnamese), (.persian, healthPersian)]
    case .telecom:
      [(.english, telecomEnglish), (.vietnamese, telecomVietnamese), (.persian, telecomPersian)]
    case .education:
      [
        (.english, educationEnglish), (.vietnamese, educationVietnamese),
        (.persian, educationPersian),
      ]
    }
  }
}
