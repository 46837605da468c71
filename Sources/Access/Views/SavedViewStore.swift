package import Kernel
package import Storage

/// Keeps the views that people have saved; each sees their own.
package struct SavedViewStore: Sendable {
  let storage: Storage

  package init(storage: Storage) { self.storage = storage }

  static let migrations = [
    Migration(
      "2026-03 saved_view",
      sql: """
        CREATE TABLE saved_view (
          id {id}, account {int} NOT NULL REFERENCES account (id), page {text} NOT NULL,
          name {text} NOT NULL, query {text} NOT NULL,
          is_home {int} NOT NULL CHECK (is_home IN (0, 1)), created_at {int} NOT NULL,
          UNIQUE (account, page, name)
        ) {strict};
        CREATE UNIQUE INDEX saved_view_home ON saved_view (account, page) WHERE is_home = 1;
        """
    )
  ]

  /// A person's views of a page, by name.
  package func all(of owner: Account.ID, on page: SavedView.Page) async throws -> [SavedView] {
    try await storage.read { db in
      try db.rows(
        """
        SELECT id, name, query, is_home FROM saved_view
        WHERE account = \(owner) AND page = \(page.rawValue) ORDER BY name
        """
      ).map(SavedView.init)
    }
  }

  /// Saves a view in the place of one with the same name; sent twice, it is there once.
  ///
  /// - Throws: `SavedView.Refusal`.
  @discardableResult
  package func save(
    _ query: String,
    as typed: String,
    of owner: Account.ID,
    on page: SavedView.Page,
    isHome: Bool,
    at now: Instant
  ) async throws -> SavedView {
    let name = try SavedView.name(typed: typed)
    return try await storage.write { db in
      let known: Int64? = try db.value(
        """
        SELECT id FROM saved_view
        WHERE account = \(owner) AND page = \(page.rawValue) AND name = \(name)
        """
      )
      let count: Int? = try db.value(
        "SELECT count(*) FROM saved_view WHERE account = \(owner) AND page = \(page.rawValue)"
      )
      if known == nil, let count, count >= Limits.savedViewsMax { throw SavedView.Refusal.tooMany }
      let id = try known ?? db.next("saved_view").lowerBound
      if isHome { try Self.leaveHome(of: owner, on: page, in: db) }
      try db.execute(
        """
        INSERT INTO saved_view (id, account, page, name, query, is_home, created_at)
        VALUES (\(id), \(owner), \(page.rawValue), \(name), \(query), \(isHome), \(now))
        ON CONFLICT (id) DO UPDATE SET query = excluded.query, is_home = excluded.is_home
        """
      )
      return SavedView(id: SavedView.ID(rawValue: id), name: name, query: query, isHome: isHome)
    }
  }

  /// Makes a view the one that its page opens with, or no longer; another's is left alone.
  package func setHome(
    _ isHome: Bool,
    _ id: SavedView.ID,
    of owner: Account.ID
  ) async throws -> SavedView.Page? {
    try await storage.write { db in
      guard let page = try Self.page(of: id, of: owner, in: db) else { return nil }
      if isHome { try Self.leaveHome(of: owner, on: page, in: db) }
      try db.execute("UPDATE saved_view SET is_home = \(isHome) WHERE id = \(id)")
      return page
    }
  }

  /// Forgets a view; gives the page it was of, nil for one that is not there or another's.
  package func remove(_ id: SavedView.ID, of owner: Account.ID) async throws -> SavedView.Page? {
    try await storage.write { db in
      guard let page = try Self.page(of: id, of: owner, in: db) else { return nil }
      try db.execute("DELETE FROM saved_view WHERE id = \(id)")
      return page
    }
  }

  /// Forgets everything of somebody who leaves, within the transaction of their leaving.
  static func removeAll(of owner: Account.ID, in db: Connection) throws {
    try db.execute("DELETE FROM saved_view WHERE account = \(owner)")
  }

  private static func leaveHome(
    of owner: Account.ID,
    on page: SavedView.Page,
    in db: Connection
  ) throws {
    try db.execute(
      """
      UPDATE saved_view SET is_home = 0
      WHERE account = \(owner) AND page = \(page.rawValue) AND is_home = 1
      """
    )
  }

  private static func page(
    of id: SavedView.ID,
    of owner: Account.ID,
    in db: Connection
  ) throws -> SavedView.Page? {
    let name: String? = try db.value(
      "SELECT page FROM saved_view WHERE id = \(id) AND account = \(owner)"
    )
    return name.flatMap(SavedView.Page.init)
  }
}

extension SavedView {
  init(_ row: Row) throws {
    id = try row["id"]
    name = try row["name"]
    query = try row["query"]
    isHome = try row["is_home"]
  }
}
