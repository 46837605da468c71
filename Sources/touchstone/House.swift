import Access
import Facts
import Foundation
import Hummingbird
import Kernel
import Listen
import Measure
import Storage
import Web

/// All rooms put together, and the way in.
struct House: Sendable {
  let access: Access
  let listen: Listen
  let measure: Measure
  private let business: BusinessDirectory
  private let storage: Storage
  private let facts: ScoreFacts
  let contract: ContractRoutes

  /// - Throws: `APIDocument.Unfit`, which a test would have shown.
  init(
    storage: Storage,
    facts: ScoreFacts,
    clock: BusinessClock,
    settings: AccessSettings,
    business: BusinessDirectory,
    demo: DemoDirectory? = nil,
    importFolder: URL = FileManager.default.temporaryDirectory
  ) throws {
    contract = try ContractRoutes()
    self.storage = storage
    self.business = business
    self.facts = facts
    access = Access(
      storage: storage,
      business: business,
      navigation: Measure.navigation + Listen.navigation + Access.navigation,
      tabs: Listen.tabs + [HealthPageRoutes.tab],
      afterWelcome: Listen.afterWelcome(storage: storage, clock: clock),
      notice: { person, language in
        try await demo?.isThere() == true ? DemoNotice(for: person, in: language).html : ""
      },
      settings: settings
    )
    let frame = access.frame
    let measure = Measure(storage: storage, frame: frame, business: business, clock: clock) {
      if let head = $0 { try await facts.caughtUp(to: head) } else { try await facts.caughtUp() }
    }
    self.measure = measure
    listen = Listen(
      storage: storage,
      clock: clock,
      business: business,
      frame: frame,
      ownOrigin: access.ownOrigin,
      demo: demo,
      importFolder: importFolder,
      publicURL: settings.publicURL,
      scores: measure.surveyScores
    )
  }

  var routes: [Route] {
    access.routes + listen.routes + measure.routes
      + HealthRoutes(storage: storage, facts: facts).routes
      + HealthPageRoutes(
        storage: storage,
        facts: facts,
        frame: access.frame,
        business: business
      ).routes + contract.routes
  }

  var router: Router<Context> {
    let router = Router(context: Context.self)
    router.add(middleware: SecurityHeaders())
    router.add(middleware: FailureResponses())
    AssetRoutes(Access.assets + Listen.assets + Measure.assets).register(on: router)
    router.add(routes, guardedBy: access.gate)
    return router
  }
}
