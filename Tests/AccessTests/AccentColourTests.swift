import Testing

@testable import Access

struct AccentColourTests {
  @Test(arguments: ["#006b78", "#FFFFFF", "#000000"])
  func `reads six hexadecimal digits`(text: String) {
    #expect(AccentColour(text)?.text == text.lowercased())
  }

  @Test(arguments: ["006b78", "#06b", "#00 b78", "#+06b78", "red;}", "", "#006b7٨"])
  func `refuses anything else, for it becomes part of a style sheet`(text: String) {
    #expect(AccentColour(text) == nil)
  }

  /// Contrast as WCAG 2.2 gives it: black on white 21, #767676 on white 4.54.
  @Test func `knows how well two colours can be told apart`() throws {
    let black = try #require(AccentColour("#000000"))
    let grey = try #require(AccentColour("#767676"))
    #expect(abs(black.contrast(with: .white) - 21) < 0.001)
    #expect(abs(grey.contrast(with: .white) - 4.54) < 0.005)
  }

  @Test(arguments: ["#ffff00", "#ffffff", "#000000", "#ff0000", "#7f7f7f", "#006b78"])
  func `any colour becomes one to read, in light and dark`(text: String) throws {
    let accent = try #require(AccentColour(text))
    for ground in [AccentColour.white, .night] {
      let legible = accent.legible(on: ground)
      #expect(legible.contrast(with: ground) >= 4.5)
      #expect(legible.contrast(with: legible.ground) >= 4.5, "and text upon it")
    }
  }

  @Test func `a colour that can be read stays as it is`() throws {
    let turquoise = try #require(AccentColour("#006b78"))
    #expect(turquoise.legible(on: .white) == turquoise)
  }
}
