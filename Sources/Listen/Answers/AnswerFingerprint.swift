extension Submission {
  /// A number that the same answers in the same words share; nil when too little was written.
  ///
  /// People who only tap the same score are no repetition of each other, so an answer needs some
  /// text of its own to have a fingerprint. Stable across restarts and machines: it may be stored.
  ///
  /// - Complexity: one pass over the answers (FNV-1a, 64 bits; Fowler, Noll and Vo, 1991).
  package func fingerprint(by rules: SpamRules) -> Int64? {
    let written = answers.reduce(0) {
      $0 + ($1.value.writtenText.map(AnswerText.characters(in:)) ?? 0)
    }
    guard written >= rules.repeatedTextCharactersMin else { return nil }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for answer in answers {
      Self.mix(answer.question, into: &hash)
      switch answer.value {
      case .score(let score): Self.mix(String(score), into: &hash)
      case .yesNo(let yes): Self.mix(yes ? "yes" : "no", into: &hash)
      case .text(let text): Self.mix(text, into: &hash)
      case .choice(let pick): Self.mix(pick, into: &hash)
      case .choices(let picks): for pick in picks { Self.mix(pick, into: &hash) }
      }
    }
    return Int64(bitPattern: hash)
  }

  private static func mix(_ pick: AnswerValue.Pick, into hash: inout UInt64) {
    mix(pick.key, into: &hash)
    if case .other(let text) = pick { mix(text, into: &hash) }
  }

  private static func mix(_ text: String, into hash: inout UInt64) {
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01b3 }
    // An end mark keeps “ab” + “c” apart from “a” + “bc”; no UTF-8 holds this byte.
    hash = (hash ^ 0xFF) &* 0x0100_0000_01b3
  }
}
