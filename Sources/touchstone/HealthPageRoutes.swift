import Access
import Facts
import HTTPTypes
import Hummingbird
import Kernel
import Listen
import Storage
import Web

/// The health of the house for people, among the settings.
struct HealthPageRoutes: Sendable {
  let storage: Storage
  let facts: ScoreFacts
  let frame: Frame
  let business: BusinessDirectory

  static let path = "/settings/health"
  static let tab = SettingsTab("health", path, for: .manageBusiness)

  var routes: [Route] {
    [
      .get(Self.path, .may(.manageBusiness), show),
      .post("\(Self.path)/jobs/{job}/retry", .may(.manageBusiness), retry),
    ]
  }

  private func show(_ request: Request, _ context: Context) async throws -> Response {
    let page = HealthPage(
      try await report(),
      business: try await business.current(),
      at: .now(),
      csrf: context.csrf,
      in: context.language
    )
    return try await frame.settings(
      page.title,
      tab: "health",
      body: page.html,
      to: request,
      context
    )
  }

  /// Sent twice, the second finds nothing that was given up.
  private func retry(_ request: Request, _ context: Context) async throws -> Response {
    guard let number = context.parameters.get("job", as: Int64.self) else { throw Problem.notFound }
    let jobs = WorkStore(storage: storage, queue: .job)
    let isDone = try await jobs.revive(Identifier(rawValue: number), at: .now())
    let notice: SettingsNotice = isDone ? .retried : .gone
    return .redirect(to: notice.href(on: Self.path), type: .normal)
  }

  private func report() async throws -> HealthReport {
    let columns = try await facts.caughtUp()
    let (responses, waiting, lastBackup, retained) = try await storage.read { db in
      let row = try db.row(
        """
        SELECT (SELECT count(*) FROM job WHERE state = 'waiting') AS waiting,
          (SELECT value FROM counter WHERE name = 'response') AS responses,
          (SELECT done_at FROM retention WHERE id = 1) AS retained
        """
      )
      return (
        try row?["responses", as: Int?.self] ?? 0, try row?["waiting", as: Int.self] ?? 0,
        try BackupLog.last(in: db)?.at, try row?["retained", as: Instant?.self] ?? nil
      )
    }
    return HealthReport(
      responses: responses,
      facts: columns.count,
      head: Int64(columns.head),
      waiting: waiting,
      dead: try await WorkStore(storage: storage, queue: .job).dead(limit: 20),
      storeBytes: try await storage.byteCount(),
      columnBytes: columns.footprint,
      lastBackup: lastBackup,
      retained: retained,
      refusedWrites: storage.hasRefusedWrites(within: .seconds(60))
    )
  }
}
