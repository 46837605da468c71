import Foundation
import Testing

@testable import embed_templates

struct EmbeddingTests {
  @Test(arguments: [
    ("plain", #""plain""#), ("", #""""#), ("two\nlines\n", #""two\nlines\n""#),
    (#"a \(b) "c""#, #""a \\(b) \"c\"""#), ("\"\"\"##", "\"\\\"\\\"\\\"##\""),
    ("\r\n\t", #""\u{d}\n\u{9}""#), ("\0\u{FEFF}\u{2028}", #""\u{0}\u{feff}\u{2028}""#),
    ("سلام\u{200C}ها ệ", "\"سلام\u{200C}ها ệ\""),
  ])
  func `a literal holds any text`(text: String, literal: String) {
    #expect(Embedding.literal(of: text) == literal)
  }

  @Test(arguments: [
    ("answer-score", "`answer_score`"), ("respond.css", "`respond_css`"), ("404.svg", "_404_svg"),
    ("class", "`class`"), ("fa", "`fa`"),
  ])
  func `a constant is named after its file`(name: String, identifier: String) {
    #expect(Embedding.identifier(for: name) == identifier)
  }

  @Test func `a file that is not text is refused`() throws {
    let file = URL.temporaryDirectory.appending(path: "embed-\(UUID().uuidString).css")
    try Data([0x61, 0xFF, 0xFE]).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(throws: (any Error).self) { try Embedding(path: file.path) }
  }
}
