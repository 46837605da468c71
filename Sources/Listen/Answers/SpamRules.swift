/// When an answer looks like spam. It is flagged and left out of figures, shown, and can be kept.
///
/// Nothing here looks at addresses: an office or a kiosk behind one address is many people.
package struct SpamRules: Hashable, Sendable {
  /// The least time that reading and answering one question takes.
  package var floorPerAnswer: Duration = .milliseconds(300)

  /// The least time that two or more questions take together, the page's own opening included.
  /// One tap on a kiosk that already stands open may be faster.
  package var floorOverall: Duration = .milliseconds(1500)

  /// How long the same words from the same survey count as a repetition.
  package var repetitionWindow: Duration = .seconds(600)

  /// Shorter words repeat by honest chance: “very good”, “thank you”.
  ///
  /// - Units: characters.
  package var repeatedTextCharactersMin = 20

  package init() {}

  /// - Parameter repeats: how many answers with the same fingerprint the survey took within
  ///   `repetitionWindow`, this one left out; see `Submission.fingerprint(by:)`.
  package func flags(for submission: Submission, repeats: Int) -> AnswerFlag {
    var flags = submission.flags
    if submission.isHoneypotFilled { flags.insert(.honeypot) }
    // The first answer of many is one tap on a page that stood open: only the whole has its time.
    if submission.isComplete,
      isTooFast(submission.elapsed, answered: submission.answers.count)
    {
      flags.insert(.tooFast)
    }
    if repeats > 0, submission.fingerprint(by: self) != nil { flags.insert(.repeated) }
    return flags
  }

  /// Whether nobody reads and answers so many questions in this time; an unknown time is no sign.
  func isTooFast(_ elapsed: Duration?, answered: Int) -> Bool {
    elapsed.map { $0 < floor(answered: answered) } ?? false
  }

  private func floor(answered: Int) -> Duration {
    let reading = floorPerAnswer * answered
    return answered < 2 ? reading : max(reading, floorOverall)
  }
}
