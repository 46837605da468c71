import CXText
import Testing

@testable import Understand

/// Comments as they are shown.
struct QuotedCommentTests {
  private func quoted(_ comment: String, words: [String] = []) -> QuotedComment {
    let theme = Theme(id: "t", names: [:], words: [.english: words])
    return QuotedComment(comment, ThemeWords(themes: [theme]))
  }

  @Test func `the theme’s words are marked where they stand, in any spelling`() {
    let one = quoted("Waiting time: WAITED an hour", words: ["wait*"])
    #expect(one.stretches.filter(\.isMarked).map(\.text) == ["Waiting", "WAITED"])
    #expect(one.text == "Waiting time: WAITED an hour")
    let two = quoted("Nhân viên dễ thương, giá hơi mắc", words: ["nhân viên"])
    #expect(two.stretches.filter(\.isMarked).map(\.text) == ["Nhân viên"])
  }

  @Test func `nobody’s number or address is shown, and the marks still fit`() {
    let one = quoted("Call me on 0912 345 678, the queue is long", words: ["queue"])
    #expect(!one.text.contains("345"))
    #expect(one.stretches.filter(\.isMarked).map(\.text) == ["queue"])
  }

  @Test func `a long comment is cut between words, around what speaks of the theme`() {
    let filler = Array(repeating: "something else entirely", count: 40).joined(separator: " ")
    let one = quoted("\(filler) the queue was long \(filler)", words: ["queue"])
    #expect(one.text.count < 260)
    #expect(one.text.hasPrefix("…") && one.text.hasSuffix("…"))
    #expect(one.stretches.contains { $0.isMarked && $0.text == "queue" })
    let words = one.text.split { !$0.isLetter }
    #expect(
      words.allSatisfy {
        ["something", "else", "entirely", "the", "queue", "was", "long"]
          .contains($0)
      }
    )
  }

  @Test func `a Persian letter with its marks, and an emoji, stay whole when cut`() {
    let family = String(repeating: "👨‍👩‍👧 ", count: 300)
    #expect(!quoted(family).text.unicodeScalars.contains("\u{FFFD}"))
    let long = String(repeating: "بی‌نظیر ", count: 100)
    #expect(quoted(long).text.hasSuffix("بی‌نظیر…") || quoted(long).text.hasSuffix("بی‌نظیر …"))
  }

  @Test func `lines become one, and the language is told`() {
    let one = quoted("خیلی دیر آماده شد\nدیگر نمی‌آیم")
    #expect(one.text == "خیلی دیر آماده شد دیگر نمی‌آیم")
    #expect(one.language == .persian)
  }
}
