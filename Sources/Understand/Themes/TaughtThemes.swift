import CXText

/// A model that learns from the themes that people gave comments of a file, to find them in the
/// others.
enum TaughtThemes {
  /// Comments with a theme from which on there is something to learn.
  static let commentsMin = 50

  /// Nil where every comment has its themes, or too few have.
  static func model(
    _ texts: [String],
    _ given: [[GivenTheme]?],
    _ choice: ThemesChoice
  ) -> TextModel? {
    let silent = given.count { $0 == nil }
    guard silent > 0, given.count - silent >= commentsMin else { return nil }
    var rows: [(text: String, labels: [String])] = []
    for (text, given) in zip(texts, given) {
      guard let given else { continue }
      let places = Set(given.compactMap { choice.place(of: $0.theme) }).sorted()
      rows.append((text, places.map { choice.themes[$0].id }))
    }
    let labels = choice.themes.map(\.id).filter { id in rows.contains { $0.labels.contains(id) } }
    guard var comments = try? LabelledComments(labels: labels, .many) else { return nil }
    for row in rows { try? comments.add(row.text, labels: row.labels) }
    // Where there is nothing to learn, as when all have one theme, people’s own word is all.
    return try? TextModel(learning: comments)
  }
}
