import CXMetrics

/// Comments of our own making.
enum SampleComments {
  /// Words of a small vocabulary, so that phrases repeat, with commas between some.
  static func random(
    _ count: Int,
    seed: UInt64,
    from words: [String] = english + ["pin", "máy", "غذا", "سرد"]
  ) -> [String] {
    var numbers = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      (0..<numbers.next(below: 9)).map { _ in
        words[numbers.next(below: words.count)] + (numbers.next(below: 5) == 0 ? ", " : " ")
      }.joined()
    }
  }

  static let english = ["the", "slow", "broadband", "engineer", "late", "call"]

  /// What nobody should write and somebody does.
  static let odd: [String] = [
    "", " ", "\u{0}", "👍", "👍👍👍", "\u{202E}abc\u{202C}", "a\u{200B}b", "....", "<b>hi</b>",
    String(repeating: "dài ", count: 5_000), String(repeating: "x", count: 100_000), "می‌خواهم",
    "e\u{301}\u{301}\u{301}", "слово 言葉", "\u{FFFD}\u{FFFD}", "1", "1 2 3", "không", "not", "the",
  ]
}
