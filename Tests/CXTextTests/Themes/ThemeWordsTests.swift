import CXMetrics
import Testing

@testable import CXText

struct ThemeWordsTests {
  private let themes = [
    Theme(id: "service", names: [:], words: [.english: ["service", "customer service", "help*"]]),
    Theme(
      id: "staff",
      names: [:],
      words: [.vietnamese: ["nhân viên"], .english: ["customer service"]]
    ),
    Theme(
      id: "food",
      names: [:],
      words: [.persian: ["غذا", "قیمت*"], .english: ["", "  ", "*"]]
    ),
  ]

  private func touches(_ comment: String) -> [ThemeWords.Touch] {
    ThemeWords(themes: themes).touches(in: CommentReader().read(comment))
  }

  private func touch(_ theme: Int, _ words: Range<Int>) -> ThemeWords.Touch {
    ThemeWords.Touch(theme: theme, words: words)
  }

  @Test func `the longest phrase of a theme is told, and every theme that has it`() {
    #expect(
      touches("poor Customer Service today")
        == [touch(0, 1..<3), touch(1, 1..<3), touch(0, 2..<3)]
    )
  }

  @Test func `phrases do not cross marks`() {
    #expect(touches("customer, service") == [touch(0, 2..<3)])
  }

  @Test func `a star stands for any ending, also none`() {
    for word in ["help", "helpful", "HELPING", "helped"] {
      #expect(touches(word) == [touch(0, 0..<1)], "\(word)")
    }
    #expect(touches("whelp hel").isEmpty)
  }

  @Test func `words are found in each language`() {
    #expect(touches("Nhân viên rất tốt") == [touch(1, 0..<2)])
    #expect(touches("nhân sự viên").isEmpty)
    #expect(touches("غذا سرد بود").first == touch(2, 0..<1))
    #expect(touches("قیمتش بالا بود").first == touch(2, 0..<1))
  }

  @Test func `no themes and odd comments touch nothing`() {
    let none = ThemeWords(themes: [])
    for comment in SampleComments.odd {
      #expect(none.touches(in: CommentReader().read(comment)).isEmpty)
      _ = touches(comment)
    }
  }

  @Test func `random words agree with looking for each phrase`() {
    var numbers = SeededGenerator(seed: 4)
    func words(_ count: Int) -> String {
      (0..<count).map { _ in ["ab", "abc", "b", "xyz"][numbers.next(below: 4)] }
        .joined(separator: " ")
    }
    let phrases = (0..<40).map { _ in words(1 + numbers.next(below: 3)) }
    let themes = phrases.enumerated().map { place, phrase in
      Theme(id: "\(place)", names: [:], words: [.english: [phrase]])
    }
    let matcher = ThemeWords(themes: themes)
    for _ in 0..<200 {
      let comment = words(numbers.next(below: 12))
      let found = Set(matcher.touches(in: CommentReader().read(comment)).map(\.theme))
      let expected = phrases.indices.filter { " \(comment) ".contains(" \(phrases[$0]) ") }
      #expect(found == Set(expected))
    }
  }
}
