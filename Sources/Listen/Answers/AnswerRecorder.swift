import Facts
package import Kernel
package import Storage
import Synchronization

/// One checked submission on its way to disk.
struct PendingAnswer: Sendable {
  let survey: OpenSurvey
  let submission: Submission
  let flags: AnswerFlag
  let day: Day
  let received: Instant
  let key: IdempotencyKey?
  let publicID: String
  let amendToken: String
  let source: Int64?

  /// Empty for what was imported: no token has that hash.
  let amendHash: [UInt8]
}

extension PendingAnswer {
  /// An answer of the past: nobody holds a token to amend it, no rule against robots judges it, and
  /// its day is the one it was written with.
  init(
    imported submission: Submission,
    day: Day,
    to survey: OpenSurvey,
    by source: Int64,
    received: Instant
  ) {
    self.init(
      survey: survey,
      submission: submission,
      flags: submission.flags,
      day: day,
      received: received,
      key: nil,
      publicID: PublicToken.make(at: received),
      amendToken: "",
      source: source,
      amendHash: []
    )
  }
}

/// Takes answers and returns when they are on disk; many that come together share one commit.
package final class AnswerRecorder: Sendable {
  private let writer: BatchWriter<PendingAnswer, AnswerReceipt>
  private let clock: BusinessClock
  private let rules: SpamRules
  private let repetitions: RepetitionWatch
  private let inFlight = Mutex<Set<String>>([])

  package init(storage: Storage, clock: BusinessClock, rules: SpamRules = SpamRules()) {
    self.clock = clock
    self.rules = rules
    repetitions = RepetitionWatch(window: rules.repetitionWindow)
    writer = storage.batch(maximum: 1_000) { db, pending in
      try AnswerBatch(pending, in: db).record()
    }
  }

  /// Records one answer.
  ///
  /// The same key with the same body gives the first receipt again, however often it comes.
  ///
  /// - Throws: `RecordingRefusal`; `StorageUnavailable` when nothing could be saved.
  package func record(
    _ submission: Submission,
    to survey: OpenSurvey,
    key: IdempotencyKey? = nil,
    source: Int64? = nil
  ) async throws -> AnswerReceipt {
    let flightName = key.map { "\(survey.survey.id.rawValue) \($0.text)" }
    if let flightName {
      guard inFlight.withLock({ $0.insert(flightName).inserted }) else {
        throw RecordingRefusal.keyInFlight
      }
    }
    defer {
      if let flightName { inFlight.withLock { _ = $0.remove(flightName) } }
    }
    let now = clock.now()
    // History that is brought in was not sent by a robot just now.
    let repeats =
      source == nil
      ? submission.fingerprint(by: rules).map {
        repetitions.note($0, survey: survey.survey.id.rawValue, at: now)
      } ?? 0 : 0
    let publicID = PublicToken.make(at: now)
    let amendToken = key?.amendToken(for: publicID) ?? PublicToken.make()
    return try await writer.submit(
      PendingAnswer(
        survey: survey,
        submission: submission,
        flags: rules.flags(for: submission, repeats: repeats),
        day: clock.day(of: submission.at),
        received: now,
        key: key,
        publicID: publicID,
        amendToken: amendToken,
        source: source,
        amendHash: source == nil ? PublicToken.hash(amendToken) : []
      )
    )
  }
}
