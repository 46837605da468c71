import Foundation
package import Kernel
package import Storage

/// Keeps the one business of this house.
package struct BusinessStore: Sendable {
  let storage: Storage

  package init(storage: Storage) { self.storage = storage }

  static let migrations =
    [
      Migration(
        "2026-02 business",
        sql: """
          CREATE TABLE business (
            id {id}, name {text} NOT NULL, language {text} NOT NULL, calendar {text} NOT NULL,
            first_weekday {int} NOT NULL, zone {text} NOT NULL, accent {text}, logo {text}
          ) {strict};
          CREATE TABLE business_logo (
            fingerprint {text} PRIMARY KEY NOT NULL, type {text} NOT NULL, bytes {blob} NOT NULL
          ) {strict};
          """
      ),
      Migration(
        "2026-14 business goals",
        sql: "ALTER TABLE business ADD COLUMN goals {text} NOT NULL DEFAULT '{}';"
      ),
    ] + BusinessTextStore.migrations

  /// Nil until somebody has set it up.
  package func business() async throws -> Business? { try await known().business }

  /// The business and its words for respondents, which it may have before it is set up. One query.
  func known() async throws -> (business: Business?, texts: BusinessTexts) {
    try await storage.read { try Self.known(in: $0) }
  }

  static func business(in db: Connection) throws -> Business? { try known(in: db).business }

  private static func known(in db: Connection) throws -> (
    business: Business?, texts: BusinessTexts
  ) {
    let rows = try db.rows(
      """
      SELECT business.*, business_text.language AS text_language, text_key, words
      FROM (SELECT 1 AS one) AS house LEFT JOIN business ON business.id = house.one
      LEFT JOIN business_text ON house.one = 1
      """
    )
    let texts = try BusinessTextStore.texts(rows)
    var business = try rows.first.flatMap(business)
    business?.texts = texts
    return (business, texts)
  }

  /// What becomes of the logo when the business is set.
  package enum LogoChange: Sendable {
    case kept
    case removed
    case replaced(by: LogoImage)
  }

  /// Puts the business in the place of what was known of it, and gives it as it is then kept.
  ///
  /// - Parameter logo: what becomes of the picture; `business.logo` counts where it is kept.
  @discardableResult
  package func set(
    _ business: Business,
    logo: LogoChange = .kept,
    by actor: AuditEntry.Actor,
    at now: Instant
  ) async throws -> Business {
    try await storage.write { db in
      var business = business
      switch logo {
      case .kept: break
      case .removed: business.logo = try LogoStore.replace(with: nil, in: db)
      case .replaced(let image): business.logo = try LogoStore.replace(with: image, in: db)
      }
      try db.execute(
        """
        INSERT INTO business (id, name, language, calendar, first_weekday, zone, accent, logo)
        VALUES (1, \(business.name), \(business.language.rawValue),
          \(business.calendar.system.rawValue), \(business.calendar.firstWeekday),
          \(business.zone.identifier), \(business.accent?.text), \(business.logo))
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, language = excluded.language,
          calendar = excluded.calendar, first_weekday = excluded.first_weekday,
          zone = excluded.zone, accent = excluded.accent, logo = excluded.logo
        """
      )
      try AuditStore.append(
        AuditEntry(
          at: now,
          by: actor,
          "business.changed",
          AuditEntry.Subject("business", 1, named: business.name)
        ),
        in: db
      )
      return try Self.business(in: db) ?? business
    }
  }

  private static func business(_ row: Row) throws -> Business? {
    guard let name = try row["name", as: String?.self] else { return nil }
    let accent: String? = try row["accent"]
    var business = Business(
      name: name,
      language: Language(rawValue: try row["language"]) ?? .english,
      calendar: BusinessCalendar(
        system: BusinessCalendar.System(rawValue: try row["calendar"]) ?? .gregorian,
        firstWeekday: min(7, max(1, try row["first_weekday"]))
      ),
      zone: TimeZone(identifier: try row["zone"]) ?? .gmt,
      accent: accent.flatMap { AccentColour($0) },
      logo: try row["logo"]
    )
    business.goals = GoalsJSON.goals(in: try row["goals"])
    return business
  }
}
