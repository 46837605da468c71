/// What each database does for `Storage`.
protocol Store: AnyObject, Sendable {
  /// Runs a closure on a reader, seeing one state of the whole store.
  func read<Output: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Output
  ) async throws -> Output

  /// Lends the one writing connection, outside a transaction, to the writer's thread alone.
  func withWriter<Output>(_ body: (Connection) throws -> Output) throws -> Output

  /// Holds off other processes while the schema is brought up to date.
  func migrating(_ body: (Connection) throws -> Void) throws

  /// Keeps what would be hard to get back, before the schema of a store in use changes.
  func backUpBeforeMigrating(to name: String) throws

  /// Called on the writer's thread after a group is on disk and acknowledged.
  func didCommit()

  func close()
}

/// Carries a value that only one thread uses at a time to the thread whose turn it is.
///
/// The owner sees to the turns: GRDB's queues, or the one thread of a PostgreSQL connection.
struct Confined<Value>: @unchecked Sendable {
  let value: Value
}
