package import Access
package import Kernel
package import Storage

/// Asks customers and hears their answers.
package struct Listen: Sendable {
  package let surveys: SurveyStore
  package let directory: SurveyDirectory
  package let recorder: AnswerRecorder
  package let answers: AnswerStore
  private let clock: BusinessClock

  package init(storage: Storage, clock: BusinessClock) {
    surveys = SurveyStore(storage: storage)
    directory = SurveyDirectory(store: surveys)
    recorder = AnswerRecorder(storage: storage, clock: clock)
    answers = AnswerStore(storage: storage, clock: clock)
    self.clock = clock
  }

  package static let migrations =
    SurveySchema.migrations + AnswerSchema.migrations + ImportSchema.migrations

  package var routes: [Route] {
    AnswerRoutes(directory: directory, recorder: recorder, answers: answers, clock: clock).routes
      + SurveyRoutes(surveys: surveys, directory: directory, clock: clock).routes
  }
}
