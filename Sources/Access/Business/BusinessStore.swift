import Foundation
package import Kernel
package import Storage

/// Keeps the one business of this house.
package struct BusinessStore: Sendable {
  let storage: Storage

  package init(storage: Storage) { self.storage = storage }

  static let migrations = [
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
    )
  ]

  /// Nil until somebody has set it up.
  package func business() async throws -> Business? {
    try await storage.read { try Self.business(in: $0) }
  }

  /// Puts the business in the place of what was known of it.
  package func set(_ business: Business, by actor: AuditEntry.Actor, at now: Instant) async throws {
    try await storage.write { db in
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
    }
  }

  static func business(in db: Connection) throws -> Business? {
    guard let row = try db.row("SELECT * FROM business WHERE id = 1") else { return nil }
    let accent: String? = try row["accent"]
    return Business(
      name: try row["name"],
      language: Language(rawValue: try row["language"]) ?? .english,
      calendar: BusinessCalendar(
        system: BusinessCalendar.System(rawValue: try row["calendar"]) ?? .gregorian,
        firstWeekday: min(7, max(1, try row["first_weekday"]))
      ),
      zone: TimeZone(identifier: try row["zone"]) ?? .gmt,
      accent: accent.flatMap { AccentColour($0) },
      logo: try row["logo"]
    )
  }
}
