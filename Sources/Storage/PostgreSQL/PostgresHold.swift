/// Says to other processes that a PostgreSQL store is in use, for as long as a connection lives.
///
/// Whoever writes shares it; whoever puts another store in the place has it alone.
enum PostgresHold {
  /// The first half of the number that is locked, “Touh”; the second is the schema's.
  private static let number = 0x546f_7568

  /// Waits for whoever has it alone, as long as for any lock.
  static let share = "SELECT pg_advisory_lock_shared(\(number), hashtext(current_schema()))"

  /// False when somebody else uses the store.
  static func take(on connection: Connection) throws -> Bool {
    try connection.transaction(.beginReading) { db in
      try db.value(
        "SELECT pg_try_advisory_lock(\(number)::int, hashtext(current_schema()))::int"
      ) == 1
    }
  }
}
