/// What rules noticed about an answer; nothing is ever dropped for it.
package struct AnswerFlag: OptionSet, Hashable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// A field that people cannot see was filled in.
  package static let honeypot = AnswerFlag(rawValue: 1)

  /// Faster than anyone reads.
  package static let tooFast = AnswerFlag(rawValue: 2)

  /// The same answers in the same words came a moment ago.
  package static let repeated = AnswerFlag(rawValue: 4)

  /// Its own clock was far ahead of ours, so it has the time we received it.
  package static let clockAhead = AnswerFlag(rawValue: 8)

  /// A person looked at the flags and wants the answer counted all the same.
  package static let kept = AnswerFlag(rawValue: 16)

  /// Its time was over: its words and its person are gone, its scores are counted.
  package static let stripped = AnswerFlag(rawValue: 32)

  /// The flags that look like spam.
  package static let spam: AnswerFlag = [.honeypot, .tooFast, .repeated]

  /// Whether figures leave it out; `kept` turns that round without forgetting why it was so.
  package var leavesOut: Bool { !isDisjoint(with: .spam) && !contains(.kept) }

  /// What rules and people noticed, with the names that files and the API give it.
  package static let names: [(flag: AnswerFlag, name: String)] = [
    (.honeypot, "honeypot"), (.tooFast, "too_fast"), (.repeated, "repeated"),
    (.clockAhead, "clock_ahead"), (.kept, "kept"),
  ]

  package var names: [String] { Self.names.filter { contains($0.flag) }.map(\.name) }

  /// Nil for a name that no flag has.
  package init?(name: String) {
    guard let flag = Self.names.first(where: { $0.name == name })?.flag else { return nil }
    self = flag
  }
}

extension AnswerState {
  /// Whether figures count an answer in this state with these flags.
  package func counts(with flags: AnswerFlag) -> Bool { isCounted && !flags.leavesOut }
}
