package import Access
package import Foundation
package import Kernel
import Logging
package import Storage
package import Web

/// Asks customers and hears their answers.
package struct Listen: Sendable {
  package let surveys: SurveyStore
  package let directory: SurveyDirectory
  package let recorder: AnswerRecorder
  package let answers: AnswerStore
  private let lines: SurveyListStore
  private let drafts: DraftStore
  private let touchpoints: TouchpointStore
  private let publicURL: String?
  private let clock: BusinessClock
  private let business: BusinessDirectory
  private let frame: Frame
  private let demo: DemoDirectory?
  private let views: SavedViewStore
  private let scope: AnswerScopeDirectory
  private let list: AnswerListStore
  private let ownOrigin: OwnOrigin
  private let firstRun: FirstRunStore
  private let scores: SurveyScore.Source

  /// Brings files in beside the pages; run by whoever serves.
  package let imports: ImportJobs

  package init(
    storage: Storage,
    clock: BusinessClock,
    business: BusinessDirectory,
    frame: Frame,
    ownOrigin: OwnOrigin = OwnOrigin(publicURL: nil),
    demo: DemoDirectory? = nil,
    importFolder: URL = FileManager.default.temporaryDirectory,
    publicURL: String? = nil,
    scores: @escaping SurveyScore.Source = { _ in [:] }
  ) {
    self.scores = scores
    self.publicURL = publicURL
    imports = ImportJobs(
      files: ImportFileStore(storage: storage),
      past: ResponseImport(
        surveys: SurveyStore(storage: storage),
        imports: ImportStore(storage: storage),
        clock: clock
      ),
      folder: ImportFile.Folder(place: importFolder),
      logger: Logger(label: "import")
    )
    self.demo = demo
    self.ownOrigin = ownOrigin
    firstRun = FirstRunStore(storage: storage)
    surveys = SurveyStore(storage: storage)
    directory = SurveyDirectory(store: surveys)
    recorder = AnswerRecorder(storage: storage, clock: clock)
    answers = AnswerStore(storage: storage, clock: clock)
    lines = SurveyListStore(storage: storage)
    drafts = DraftStore(storage: storage)
    touchpoints = TouchpointStore(storage: storage)
    self.clock = clock
    self.business = business
    self.frame = frame
    views = SavedViewStore(storage: storage)
    scope = AnswerScopeDirectory(storage: storage, clock: clock) {
      business.remembered.calendar
    }
    list = AnswerListStore(storage: storage)
  }

  /// What the API's document says of surveys and answers.
  package static let contract = [
    Assets.survey_openapi_json, Assets.answer_openapi_json, Assets.erasure_openapi_json,
  ]

  package static let migrations =
    SurveySchema.migrations + AnswerSchema.migrations + WrittenSchema.migrations
    + ImportSchema.migrations + DraftSchema.migrations + DemoStore.migrations
    + BrowsingSchema.migrations + ErasureSchema.migrations + RetentionSchema.migrations

  package static let assets = [
    RespondLook.sheet, RespondLook.script, BuilderLook.sheet, BuilderLook.script,
    ImportLook.sheet, ImportLook.script,
    AnswerLook.styles, AnswerLook.script, FirstRunPage.styles, FirstRunPage.script,
    ShareLook.cards, ShareLook.script,
  ]

  /// Readies the first question once the business is set up; an owner goes on to its page.
  package static func afterWelcome(storage: Storage, clock: BusinessClock) -> Access.Onward {
    { business, actor in
      let now = clock.now()
      try await FirstRunStore(storage: storage).prepare(in: business.language, at: now) {
        db,
        survey in
        let subject = AuditEntry.Subject("survey", survey.id.rawValue, named: survey.name)
        try AuditStore.append(AuditEntry(at: now, by: actor, "survey.created", subject), in: db)
      }
      return FirstRunRoutes.path
    }
  }

  /// What it offers among the settings.
  package static let tabs = [TextRoutes.tab, RetentionRoutes.tab]

  /// What it offers to the main navigation.
  package static let navigation = [
    NavigationEntry("answers", AnswerListRequest.path, icon: "answers", for: .readAnswers),
    NavigationEntry("surveys", "/surveys", icon: "surveys", for: .readSurveys),
    NavigationEntry(
      "importing",
      ImportPath.list,
      icon: "importing",
      for: .importData,
      in: .house
    ),
  ]

  private var erasures: AnswerErasureStore {
    AnswerErasureStore(storage: list.storage, now: clock.now)
  }

  package var routes: [Route] {
    AnswerRoutes(directory: directory, recorder: recorder, answers: answers, clock: clock).routes
      + SurveyRoutes(surveys: surveys, directory: directory, clock: clock).routes
      + DraftRoutes(drafts: drafts, surveys: surveys, directory: directory, clock: clock).routes
      + BuilderRoutes(drafts: drafts, directory: directory, clock: clock, frame: frame).routes
      + PreviewRoutes(drafts: drafts, clock: clock, business: business).routes
      + VersionRoutes(
        drafts: drafts,
        surveys: surveys,
        directory: directory,
        clock: clock,
        business: business,
        frame: frame
      ).routes
      + ShareRoutes(
        drafts: drafts,
        touchpoints: touchpoints,
        business: business,
        frame: frame,
        publicURL: publicURL
      ).routes
      + SurveyListRoutes(
        lines: lines,
        scores: scores,
        surveys: surveys,
        clock: clock,
        business: business,
        frame: frame
      ).routes
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
      + AnswerSearchRoutes(store: list, scope: scope).routes
      + AnswerErasureRoutes(answers: answers, erasures: erasures).routes
      + FirstRunRoutes(store: firstRun, directory: directory, frame: frame, ownOrigin: ownOrigin)
      .routes
      + ImportRoutes(jobs: imports, business: business, frame: frame).routes
      + TextRoutes(business: business, clock: clock, frame: frame).routes
      + RetentionRoutes(
        store: RetentionStore(storage: list.storage),
        clock: clock,
        frame: frame
      ).routes
      + answer.routes
      + PersonErasureRoutes(
        people: PersonErasureStore(storage: list.storage, now: clock.now),
        answer: answer
      ).routes
      + AnswerExportRoutes(
        store: AnswerExportStore(storage: list.storage),
        scope: scope
      ).routes
      + (demo.map { DemoRoutes(demo: $0).routes } ?? [])
  }

  private var answer: AnswerDetailRoutes {
    AnswerDetailRoutes(
      details: AnswerDetailStore(storage: list.storage),
      list: list,
      scope: scope,
      answers: answers,
      erasures: erasures,
      business: business,
      frame: frame
    )
  }
}
