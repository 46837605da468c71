import CXText
import Testing

struct ReadingPartsFuzzTests {
  private func text(_ numbers: inout RepeatableNumbers) -> String {
    (0..<Int.random(in: 0...14, using: &numbers)).compactMap { _ in
      ReadingFuzzTests.pieces.randomElement(using: &numbers)
    }.joined()
  }

  @Test(arguments: 0..<4) func `clauses and sentences hold every word once`(seed: UInt64) {
    var numbers = RepeatableNumbers(state: seed &+ 300)
    for _ in 0..<1_000 {
      let read = CommentReader().read(text(&numbers))
      for parts in [read.sentences, read.clauses] {
        #expect(parts.allSatisfy { !$0.isEmpty })
        #expect(Array(parts.joined()) == Array(read.words.indices))
      }
    }
  }

  @Test(arguments: 0..<4) func `masks whole graphemes`(seed: UInt64) {
    var numbers = RepeatableNumbers(state: seed &+ 400)
    for _ in 0..<1_000 {
      let text = text(&numbers)
      var boundaries: Set<Int> = [0]
      for character in text {
        boundaries.insert((boundaries.max() ?? 0) + character.utf8.count)
      }
      var end = 0
      for detail in PersonalDetails.found(in: text, kinds: Set(PersonalDetails.Kind.allCases)) {
        #expect(detail.range.lowerBound >= end && !detail.range.isEmpty)
        #expect(boundaries.contains(detail.range.lowerBound))
        #expect(boundaries.contains(detail.range.upperBound))
        end = detail.range.upperBound
      }
    }
  }

  @Test(arguments: 0..<4) func `finds every word that it read, where it stands`(seed: UInt64) {
    var numbers = RepeatableNumbers(state: seed &+ 500)
    for _ in 0..<500 {
      let text = text(&numbers)
      let query = SearchForm(text)
      let found = query.utf8Ranges(in: text)
      #expect(found.count <= 1)
      let words = CommentReader().read(text).words.filter {
        $0.kind != .punctuation && $0.kind != .symbol
      }
      if let first = words.first, let last = words.last {
        #expect(found == [first.source.lowerBound..<last.source.upperBound])
      }
    }
  }

  @Test func `takes long runs of anything`() {
    let pieces = [
      "a b , , ", "( ", "<a ", "a.", "@.", "ها ", "می ", "09 ", "+1 ", "&amp", "ko ", "à a",
      "\u{301}",
      "😍\u{200D}", "#aB", "T_", "'t",
    ]
    for piece in pieces {
      let text = String(repeating: piece, count: (1 << 15) / piece.utf8.count)
      let read = CommentReader().read(text)
      #expect(Array(read.clauses.joined()) == Array(read.words.indices))
      #expect(LanguageGuess(of: read).confidence <= 1)
      #expect(!PersonalDetails.masked(in: text).isEmpty)
    }
  }
}
