import Logging

final class PostgresStore: Store {
  init(url: String, readers: Int, logger: Logger) throws {
    throw StorageUnavailable(.lost, detail: "not built yet")
  }
  func read<Output: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Output
  ) async throws -> Output { throw StorageUnavailable(.lost) }
  func withWriter<Output>(_ body: (Connection) throws -> Output) throws -> Output {
    throw StorageUnavailable(.lost)
  }
  func migrating(_ body: (Connection) throws -> Void) throws {}
  func backUpBeforeMigrating(to name: String) throws {}
  func didCommit() {}
  func close() {}
}
final class PostgresResult {
  let columns = ColumnNames(names: [], statement: "")
  func integer(_ row: Int32, _ column: Int) -> Int64? { nil }
  func isNull(_ row: Int32, _ column: Int) -> Bool { true }
  func value(_ row: Int32, _ column: Int) throws -> SQLValue { .null }
  func withBytes<Output, Failure: Error>(
    _ row: Int32,
    _ column: Int,
    _ body: (RawSpan) throws(Failure) -> Output
  ) throws(Failure) -> Output {
    try body(unsafe UnsafeRawBufferPointer(start: nil, count: 0).bytes)
  }
}
