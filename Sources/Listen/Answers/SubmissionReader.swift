import Kernel

/// What has been read of a submission so far; JSON and forms both fill it.
struct SubmissionReader {
  let version: SurveyVersion
  let received: Instant

  /// By place of the question.
  var values: [AnswerValue?]
  var context: AnswerContext
  var at: Instant
  var isComplete = true
  var elapsed: Duration?
  var isHoneypotFilled = false
  var externalID: String?
  var flags: AnswerFlag = []

  /// Whether a required question must have its answer; the past cannot be asked again.
  var requiresAnswers = true
  private(set) var faults: [AnswerFault] = []
  private(set) var ignored: [AnswerFault] = []

  /// - Parameter earlier: what the person answered before, when this adds to it.
  init(version: SurveyVersion, received: Instant, earlier: [Answer] = []) {
    self.version = version
    self.received = received
    at = received
    context = AnswerContext(language: version.definition.defaultLanguage)
    values = Array(repeating: nil, count: version.questions.count)
    for answer in earlier {
      if let place = version.place(of: answer.question) { values[place] = answer.value }
    }
  }

  /// Enough was found wrong: looking further would only cost time.
  var isHopeless: Bool { faults.count >= Limits.faultsMax }

  mutating func refuse(_ fault: AnswerFault) {
    if !isHopeless { faults.append(fault) }
  }

  mutating func ignore(_ fault: AnswerFault) {
    if ignored.count < Limits.faultsMax { ignored.append(fault) }
  }

  /// Closes the reading: hidden questions lose their answers, required ones must have theirs.
  ///
  /// Goes through the questions in order, so that a hidden question opens no other.
  consuming func finish() throws(AnswerRefusal) -> Submission {
    var answers: [Answer] = []
    var scores: [AnswerScore] = []
    answers.reserveCapacity(values.count)
    for place in values.indices {
      let step = version.steps[place]
      guard isShown(step) else {
        hide(place, step)
        continue
      }
      guard let value = values[place] else {
        if isComplete, requiresAnswers, step.isRequired { requireAnswer(to: step.key) }
        continue
      }
      answers.append(Answer(question: step.key, value: value))
      if let points = value.points(for: step.kind) {
        scores.append(AnswerScore(question: step.key, points: points))
      }
    }
    if isComplete, answers.isEmpty, faults.isEmpty {
      refuse(
        AnswerFault(.nothingAnswered, at: "answers", "Nothing is answered. Answer a question.")
      )
    }
    guard faults.isEmpty else { throw AnswerRefusal(faults) }
    return Submission(
      answers: answers,
      context: context,
      at: at,
      isComplete: isComplete,
      elapsed: elapsed,
      isHoneypotFilled: isHoneypotFilled,
      externalID: externalID,
      flags: flags,
      ignored: ignored,
      scores: scores
    )
  }

  private func isShown(_ step: SurveyVersion.Step) -> Bool {
    guard let condition = step.showIf else { return true }
    return condition.holds(for: step.conditionPlace.flatMap { values[$0] })
  }

  /// Takes a hidden question's answer out, and what was wrong with it along with it.
  private mutating func hide(_ place: Int, _ step: SurveyVersion.Step) {
    let wasGiven = values[place] != nil || faults.contains { $0.question == step.key }
    guard wasGiven else { return }
    values[place] = nil
    // With the earlier answer at fault nobody knows whether this question was shown.
    let condition = step.showIf?.question
    guard !faults.contains(where: { $0.question == condition }) else { return }
    faults.removeAll { $0.question == step.key }
    ignore(
      AnswerFault(
        .hiddenQuestion,
        at: "answers.\(step.key)",
        question: step.key,
        "Left out: this question is not asked after these answers."
      )
    )
  }

  private mutating func requireAnswer(to key: String) {
    guard !faults.contains(where: { $0.question == key }) else { return }
    refuse(
      AnswerFault(
        .missingRequired,
        at: "answers.\(key)",
        question: key,
        "This question needs an answer."
      )
    )
  }
}
