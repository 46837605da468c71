package import Access
package import Kernel
package import Storage
package import Web

/// Asks customers and hears their answers.
package struct Listen: Sendable {
  package let surveys: SurveyStore
  package let directory: SurveyDirectory
  package let recorder: AnswerRecorder
  package let answers: AnswerStore
  private let clock: BusinessClock
  private let business: BusinessDirectory
  private let frame: Frame
  private let demo: DemoDirectory?
  private let views: SavedViewStore
  private let scope: AnswerScopeDirectory
  private let list: AnswerListStore

  package init(
    storage: Storage,
    clock: BusinessClock,
    business: BusinessDirectory,
    frame: Frame,
    demo: DemoDirectory? = nil
  ) {
    self.demo = demo
    surveys = SurveyStore(storage: storage)
    directory = SurveyDirectory(store: surveys)
    recorder = AnswerRecorder(storage: storage, clock: clock)
    answers = AnswerStore(storage: storage, clock: clock)
    self.clock = clock
    self.business = business
    self.frame = frame
    views = SavedViewStore(storage: storage)
    scope = AnswerScopeDirectory(storage: storage, now: clock.now)
    list = AnswerListStore(storage: storage)
  }

  /// What the API's document says of surveys and answers.
  package static let contract = [Assets.survey_openapi_json, Assets.answer_openapi_json]

  package static let migrations =
    SurveySchema.migrations + AnswerSchema.migrations + ImportSchema.migrations
    + DemoStore.migrations + BrowsingSchema.migrations
    + ErasureSchema.migrations

  package static let assets = [
    RespondLook.sheet, RespondLook.script, AnswerLook.styles, AnswerLook.script,
  ]

  /// What it offers to the main navigation.
  package static let navigation = [
    NavigationEntry("answers", AnswerListRequest.path, icon: "answers", for: .readAnswers)
  ]

  package var routes: [Route] {
    AnswerRoutes(directory: directory, recorder: recorder, answers: answers, clock: clock).routes
      + SurveyRoutes(surveys: surveys, directory: directory, clock: clock).routes
      + RespondRoutes(
        directory: directory,
        recorder: recorder,
        answers: answers,
        clock: clock,
        business: business
      ).routes
      + AnswerListRoutes(
        store: list,
        scope: scope,
        views: views,
        business: business,
        frame: frame
      ).routes
      + AnswerDetailRoutes(
        details: AnswerDetailStore(storage: list.storage),
        list: list,
        scope: scope,
        answers: answers,
        erasures: AnswerErasureStore(storage: list.storage, now: clock.now),
        business: business,
        frame: frame
      ).routes
      + AnswerExportRoutes(
        store: AnswerExportStore(storage: list.storage),
        scope: scope
      ).routes
      + (demo.map { DemoRoutes(demo: $0, surveys: directory).routes } ?? [])
  }
}
