/// The short forms of English: “don’t”, “it’s”, “we’ll”, and “dont” where no other word is meant.
enum EnglishContractions {
  struct Parts {
    /// How many letters of the form belong to the first part.
    let letters: Int

    /// The first part as it is spelt alone, where that is not how it stands there.
    var first: StaticString?
    let second: StaticString
  }

  /// What stands before “n’t”; with a spelling where it has another one alone.
  private static let negated: PackedTable<StaticString?> = [
    "do": nil, "does": nil, "did": nil, "is": nil, "are": nil, "was": nil, "were": nil,
    "have": nil, "has": nil, "had": nil, "would": nil, "could": nil, "should": nil, "must": nil,
    "need": nil, "might": nil, "wo": "will", "ca": "can", "sha": "shall", "ai": "is",
  ]

  private static let endings: PackedTable<StaticString> = [
    "s": "'s", "re": "are", "ve": "have", "ll": "will", "d": "would", "m": "am",
  ]

  /// Words after which “’s” is “is”, and owns nothing.
  private static let pronouns: PackedTable<Void> = [
    "he", "she", "it", "that", "there", "what", "this", "how", "where", "here",
  ]

  static func parts(of bytes: [UInt8], from start: Int) -> Parts? {
    let end = bytes.count
    guard let apostrophe = bytes[start...].firstIndex(of: 0x27) else {
      if PackedForm(bytes, start..<end) == .cannot { return Parts(letters: 3, second: "not") }
      return negation(of: bytes, start..<end - 2)
    }
    let ending = PackedForm(bytes, apostrophe + 1..<end)
    if ending == .t, bytes[apostrophe - 1] == 0x6E {
      return negation(of: bytes, start..<apostrophe - 1)
    }
    guard let second = endings[ending] else { return nil }
    let isVerb = ending == .s && pronouns.contains(PackedForm(bytes, start..<apostrophe))
    return Parts(letters: apostrophe - start, second: isVerb ? "is" : second)
  }

  static func negation(of bytes: [UInt8], _ first: Range<Int>) -> Parts? {
    guard let spelling = negated[PackedForm(bytes, first)] else { return nil }
    return Parts(letters: first.count, first: spelling, second: "not")
  }
}

extension PackedForm {
  fileprivate static let cannot: PackedForm = "cannot"
  fileprivate static let t: PackedForm = "t"
  fileprivate static let s: PackedForm = "s"
}

extension ReadComment {
  /// Whether the form ends as contractions do that were typed without their apostrophe.
  @inline(__always) func mayLackApostrophe(from start: Int) -> Bool {
    let end = bytes.count
    return end - start >= 4 && end - start <= 8 && bytes[end - 1] == 0x74
      && (bytes[end - 2] == 0x6E || end - start == 6 && bytes[end - 2] == 0x6F)
  }

  /// Adds a contraction in its two parts; false where the word is none.
  @inline(never) mutating func splitContraction(
    from start: Int,
    source: Range<Int>,
    _ comment: Span<UInt8>
  ) -> Bool {
    guard let parts = EnglishContractions.parts(of: bytes, from: start),
      let cut = cut(after: parts.letters, from: start, source: source, comment)
    else { return false }
    bytes.removeSubrange((start + parts.letters)...)
    if let first = parts.first {
      bytes.removeSubrange(start...)
      finish(.word, form: first, source: source.lowerBound..<cut)
    } else {
      finish(.word, from: start, source: source.lowerBound..<cut)
    }
    finish(.word, form: parts.second, source: cut..<source.upperBound)
    return true
  }

  /// The place in the comment after so many letters, if they stand there as plain as in the form.
  private func cut(
    after letters: Int,
    from start: Int,
    source: Range<Int>,
    _ comment: Span<UInt8>
  ) -> Int? {
    let cut = source.lowerBound + letters
    guard letters > 0, cut < source.upperBound else { return nil }
    for offset in 0..<letters
    where comment[source.lowerBound + offset] | 0x20 != bytes[start + offset] { return nil }
    let next = NextScalar(comment, at: cut)
    return ScalarTable[next.value].isExtending ? nil : cut
  }
}
