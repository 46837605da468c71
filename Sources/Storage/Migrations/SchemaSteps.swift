/// The steps of a schema, by name.
package enum SchemaSteps {
  /// All that this version knows.
  static func known(with migrations: [Migration]) -> Set<String> {
    Set(Migrator(migrations).migrations.map(\.name))
  }

  /// Those that a store has taken, in the order of their names; none for one that holds nothing.
  package static func taken(in db: Connection) throws -> [String] {
    let tables: Int?
    switch db.dialect {
    case .sqlite:
      tables = try db.value("SELECT count(*) FROM sqlite_master WHERE name = 'schema_migration'")
    case .postgres:
      tables = try db.value(
        """
        SELECT count(*) FROM pg_tables
        WHERE schemaname = current_schema() AND tablename = 'schema_migration'
        """
      )
    }
    guard tables == 1 else { return [] }
    return try db.rows("SELECT name FROM schema_migration ORDER BY name").map { try $0["name"] }
  }
}
