/// Makes themes of what a file holds.
struct ThemeSetReading {
  private let file: JSONPlace
  private let reader = CommentReader()

  init(_ file: JSONPlace) { self.file = file }

  func themeSet() throws(ThemeSetRefusal) -> ThemeSet {
    let object = try file.object(known: ["leave_out", "sector", "themes"])
    var themes: [Theme] = []
    var sector: ThemeSet.Sector?
    if let place = object["sector"] {
      let known = ThemeSet.Sector.allCases
      let found = try one(of: known, place)
      (sector, themes) = (found, ThemeSet.starter(for: found).themes)
    }
    if let place = object["leave_out"] { try leaveOut(place, of: &themes) }
    guard sector != nil || object["themes"] != nil else { throw file.refusal(.missing("themes")) }
    let places = try object["themes"]?.list() ?? []
    try object["themes"]?.count("themes", places.count, most: ThemeSetFile.themesMost)
    var met: Set<String> = []
    for place in places {
      let (id, fields) = try id(of: place)
      guard met.insert(id).inserted else { throw place.refusal(.repeatedID(id)) }
      let known = themes.firstIndex { $0.id == id }
      let theme = try theme(known.map { themes[$0] } ?? Theme(id: id, names: [:]), place, fields)
      if let known { themes[known] = theme } else { themes.append(theme) }
    }
    try file.count("themes", themes.count, most: ThemeSetFile.themesMost)
    return ThemeSet(sector: sector, themes: themes)
  }

  private func leaveOut(
    _ list: JSONPlace,
    of themes: inout [Theme]
  ) throws(ThemeSetRefusal) {
    let known = themes.map(\.id)
    for place in try list.list() {
      let id = try place.text()
      guard known.contains(id) else { throw place.refusal(.unknownValue(id, known: known)) }
      themes.removeAll { $0.id == id }
    }
  }

  private func one<Value: RawRepresentable>(
    of known: [Value],
    _ place: JSONPlace
  ) throws(ThemeSetRefusal) -> Value where Value.RawValue == String {
    let text = try place.text()
    guard let value = Value(rawValue: text) else {
      throw place.refusal(.unknownValue(text, known: known.map(\.rawValue)))
    }
    return value
  }

  private func id(
    of place: JSONPlace
  ) throws(ThemeSetRefusal) -> (String, [String: JSONPlace]) {
    let fields = try place.object(known: ["examples", "id", "names", "words"])
    guard let at = fields["id"] else { throw place.refusal(.missing("id")) }
    let id = try at.text()
    let isPlain = id.unicodeScalars.allSatisfy {
      !$0.properties.isWhitespace && $0.properties.generalCategory != .control
        && $0.properties.generalCategory != .format
    }
    guard !id.isEmpty, id.count <= ThemeSetFile.idLettersMost, isPlain else {
      throw at.refusal(.badID(id))
    }
    return (id, fields)
  }

  private func theme(
    _ start: Theme,
    _ place: JSONPlace,
    _ fields: [String: JSONPlace]
  ) throws(ThemeSetRefusal) -> Theme {
    var theme = start
    if let names = fields["names"] { try read(names, into: &theme.names) }
    guard !theme.names.isEmpty else { throw place.refusal(.missing("names")) }
    if let words = fields["words"] { try read(words, into: &theme.words) }
    if let examples = fields["examples"] { try read(examples, into: &theme.examples) }
    let isFindable = theme.words.values.contains { !$0.isEmpty }
    let hasExamples = theme.examples[.about].map { !$0.isEmpty } ?? false
    guard isFindable || hasExamples else { throw place.refusal(.nothingToFind) }
    return theme
  }

  private func read(
    _ place: JSONPlace,
    into names: inout [ThemeLanguage: String]
  ) throws(ThemeSetRefusal) {
    if place.isText {
      let name = try filled(place)
      for language in ThemeLanguage.allCases { names[language] = name }
      return
    }
    let object = try place.object(known: ThemeLanguage.allCases.map(\.rawValue))
    for language in ThemeLanguage.allCases {
      if let name = object[language.rawValue] { names[language] = try filled(name) }
    }
  }

  private func read(
    _ place: JSONPlace,
    into words: inout [ThemeLanguage: [String]]
  ) throws(ThemeSetRefusal) {
    if place.isList {
      let list = try texts(place)
      words[Self.language(of: list)] = list
    } else {
      let object = try place.object(known: ThemeLanguage.allCases.map(\.rawValue))
      for language in ThemeLanguage.allCases {
        if let list = object[language.rawValue] { words[language] = try texts(list) }
      }
    }
    let count = words.values.reduce(0) { $0 + $1.count }
    try place.count("words", count, most: ThemeSetFile.wordsMost)
  }

  private func read(
    _ place: JSONPlace,
    into examples: inout [Theme.Judgement: [String]]
  ) throws(ThemeSetRefusal) {
    let object = try place.object(known: Theme.Judgement.allCases.map(\.rawValue))
    for judgement in Theme.Judgement.allCases {
      guard let list = object[judgement.rawValue] else { continue }
      let texts = try texts(list)
      try list.count("examples", texts.count, most: ThemeSetFile.examplesMost)
      examples[judgement] = texts
    }
  }

  private func texts(_ place: JSONPlace) throws(ThemeSetRefusal) -> [String] {
    var texts: [String] = []
    for one in try place.list() { texts.append(try filled(one)) }
    return texts
  }

  private func filled(_ place: JSONPlace) throws(ThemeSetRefusal) -> String {
    let text = try place.text()
    // A star alone stands for any ending of nothing.
    let word = text.hasSuffix("*") ? String(text.dropLast()) : text
    let isFilled = reader.read(word).words.contains { ThemeSteps.isFollowed($0.kind) }
    guard isFilled else { throw place.refusal(.empty) }
    return text
  }

  /// The language of a plain list, for those who look at words by language; all are looked for in
  /// every comment anyway.
  private static func language(of words: [String]) -> ThemeLanguage {
    switch LanguageGuess(of: words.joined(separator: "\n")).language {
    case .vietnamese: .vietnamese
    case .persian: .persian
    default: .english
    }
  }
}
