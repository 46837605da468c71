import Kernel

/// What the demo's customers write, by theme.
struct DemoWords: Sendable {
  private let themes: JSON

  init() {
    guard let themes = try? JSON.parse(Assets.demo_words_json) else {
      preconditionFailure("the demo's words are not JSON")
    }
    self.themes = themes
  }

  func sentences(on theme: String, isContent: Bool, in language: Language) -> [String] {
    themes[theme]?[isContent ? "good" : "bad"]?[language.rawValue]?.array?.compactMap(\.string)
      ?? []
  }
}
