import Access
import Facts
import Foundation
import Kernel
import Mustache
import Storage
import Web

/// What an operator would ask, as it was read in one go.
struct HealthReport: Sendable {
  let responses: Int
  let facts: Int
  let head: Int64
  let waiting: Int
  let dead: [DeadWork]
  let storeBytes: Int
  let columnBytes: Int
  let lastBackup: Instant?

  /// When what was kept long enough went last.
  let retained: Instant?
  let refusedWrites: Bool
}

/// The quiet page that says whether the house is well.
struct HealthPage: Page {
  static let template = MustacheTemplate(embedded: Templates.health)

  /// Days without a copy after which the page says so.
  private static let backupDaysMax = 7

  let t: [String: String]
  let csrf: String
  let verdict: String
  let isWell: Bool
  let worries: [String]
  let figures: [Figure]
  let dead: [Dead]
  let hasDead: Bool

  struct Figure: Sendable {
    let label: String
    let value: String
    let context: String
  }

  struct Dead: Sendable {
    let kind: String
    let error: String
    let tries: String
    let action: String
    let retryLabel: String
  }

  init(
    _ report: HealthReport,
    business: Business,
    at now: Instant,
    csrf: String,
    in language: Language
  ) {
    let words = Catalogue.of(language)
    t = words.section("health")
    self.csrf = csrf
    worries = Self.worries(report, at: now, words)
    isWell = worries.isEmpty
    verdict = words[isWell ? "health.well" : "health.worried"]
    figures = Self.figures(report, business, at: now, words)
    dead = report.dead.map { Dead($0, words) }
    hasDead = !dead.isEmpty
  }

  let version = Touchstone.version
  var title: String { t["title"] ?? "" }

  private static func worries(_ report: HealthReport, at now: Instant, _ words: Catalogue)
    -> [String]
  {
    var worries: [String] = []
    if report.refusedWrites { worries.append(words["health.refused"]) }
    if !report.dead.isEmpty {
      worries.append(words.plural("health.dead_worry", report.dead.count))
    }
    if report.responses > 0 {
      let days = report.lastBackup.map { Self.days(from: $0, to: now) }
      if let days {
        if days > backupDaysMax { worries.append(words.plural("health.backup_old", days)) }
      } else {
        worries.append(words["health.backup_none"])
      }
    }
    return worries
  }

  private static func figures(
    _ report: HealthReport,
    _ business: Business,
    at now: Instant,
    _ words: Catalogue
  ) -> [Figure] {
    let language = words.language
    func number(_ value: Int) -> String { NumberText.integer(value, in: language) }
    func day(_ moment: Instant?) -> String {
      moment.map {
        let day = BusinessClock(zone: business.zone).day(of: $0)
        return DayText.text(day, business.calendar, in: language)
      } ?? words["health.never"]
    }
    let facts = words.text("health.facts", ["n": number(report.facts)])
    return [
      Figure(label: words["health.answers"], value: number(report.responses), context: facts),
      Figure(
        label: words["health.head"],
        value: number(Int(report.head)),
        context: words["health.head_text"]
      ),
      Figure(
        label: words["health.jobs"],
        value: number(report.waiting),
        context: words.plural("health.dead", report.dead.count)
      ),
      Figure(
        label: words["health.store"],
        value: size(report.storeBytes, words),
        context: words.text("health.memory", ["size": size(report.columnBytes, words)])
      ),
      Figure(
        label: words["health.backup"],
        value: day(report.lastBackup),
        context: words["health.backup_text"]
      ),
      Figure(
        label: words["health.retention"],
        value: day(report.retained),
        context: words["health.retention_text"]
      ),
    ]
  }

  /// In megabytes of a million bytes, with one decimal below ten.
  private static func size(_ bytes: Int, _ words: Catalogue) -> String {
    let megabytes = Double(bytes) / 1_000_000
    let number = NumberText.decimal(
      megabytes,
      places: megabytes < 10 ? 1 : 0,
      in: words.language
    )
    return words.text("health.megabytes", ["n": number])
  }

  private static func days(from: Instant, to: Instant) -> Int {
    Int((to.milliseconds - from.milliseconds) / 86_400_000)
  }
}

extension HealthPage.Dead {
  init(_ work: DeadWork, _ words: Catalogue) {
    kind = work.kind
    error = work.lastError
    tries = words.plural("health.tries", work.attempts)
    action = "\(HealthPageRoutes.path)/jobs/\(work.id.rawValue)/retry"
    retryLabel = words.text("health.retry_which", ["kind": work.kind])
  }
}
