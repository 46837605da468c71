import CPostgres

/// A connection in pipeline mode: statements are sent without waiting and answered in one flight.
///
/// What needs no answer (BEGIN, SAVEPOINT, a bulk insert) thus costs no round trip of its own.
@safe final class PostgresPipeline {
  /// Statements in flight at once, so that answers never fill the sockets while we still send.
  static let flightMax = 64

  /// Statements kept prepared on a connection.
  static let preparedMax = 300

  private enum Sent {
    case preparation(key: String)
    case statement(text: String)
  }

  private let handle: OpaquePointer
  private var prepared: [String: (name: String, text: String)] = [:]
  private var preparedCount = 0
  private var sent: [Sent] = []

  /// True while something is in flight that may still fail for its own reasons.
  private(set) var isUncertain = false

  /// Takes over an open connection and closes it in the end.
  init(_ handle: OpaquePointer) {
    unsafe self.handle = handle
    unsafe PQenterPipelineMode(handle)
  }

  deinit { unsafe PQfinish(handle) }

  var isLost: Bool { unsafe PQstatus(handle) != CONNECTION_OK }

  /// Outside every transaction and with nothing in flight.
  var isIdle: Bool { unsafe sent.isEmpty && PQtransactionStatus(handle) == PQTRANS_IDLE }

  /// The file descriptor to look for the server's farewell on.
  var socket: Int32 { unsafe PQsocket(handle) }

  /// Reads what has come; false once the server has hung up.
  func consume() -> Bool { unsafe PQconsumeInput(handle) != 0 && !isLost }

  /// Sends a statement that is kept prepared under its key.
  func send(
    _ key: String,
    kinds: @autoclosure () -> [Oid],
    _ parameters: PostgresParameters,
    isCertain: Bool = false,
    render: (String) -> String
  ) throws {
    if sent.count >= Self.flightMax { try settle() }
    let statement = try prepared[key] ?? prepare(key, render(key), kinds())
    let result = unsafe parameters.send { count, values, lengths, formats in
      unsafe PQsendQueryPrepared(handle, statement.name, count, values, lengths, formats, 1)
    }
    guard result == 1 else { throw unsafe PostgresFailure.lost(handle) }
    sent.append(.statement(text: statement.text))
    if !isCertain { isUncertain = true }
  }

  /// Sends a statement that is planned anew each time.
  func sendOnce(_ text: String) throws {
    guard unsafe PQsendQueryParams(handle, text, 0, nil, nil, nil, nil, 1) == 1 else {
      throw unsafe PostgresFailure.lost(handle)
    }
    sent.append(.statement(text: text))
    isUncertain = true
  }

  private func prepare(_ key: String, _ text: String, _ types: [Oid]) throws -> (
    name: String, text: String
  ) {
    if prepared.count >= Self.preparedMax {
      try sendOnce("DEALLOCATE ALL")
      prepared = [:]
    }
    preparedCount += 1
    let statement = (name: "s\(preparedCount)", text: text)
    let result = unsafe PQsendPrepare(handle, statement.name, text, Int32(types.count), types)
    guard result == 1 else { throw unsafe PostgresFailure.lost(handle) }
    sent.append(.preparation(key: key))
    prepared[key] = statement
    return statement
  }

  /// Waits for all answers, throws the first failure, and gives the last statement's result.
  @discardableResult
  func settle() throws -> PostgresResult? {
    guard !sent.isEmpty else { return nil }
    defer {
      sent = []
      isUncertain = false
    }
    guard unsafe PQpipelineSync(handle) == 1 else { throw unsafe PostgresFailure.lost(handle) }
    var failure: (any Error)?
    var last: PostgresResult?
    for command in sent {
      do {
        last = try answer(to: command) ?? last
      } catch {
        if failure == nil || error is StorageUnavailable { failure = error }
        if isLost { throw error }
      }
    }
    try endOfFlight()
    if let failure { throw failure }
    return last
  }

  /// Reads one command's answer; nil for a preparation.
  private func answer(to command: Sent) throws -> PostgresResult? {
    var answer: PostgresResult?
    var failure: (any Error)?
    var isUnanswered = true
    while let result = unsafe PQgetResult(handle) {
      isUnanswered = false
      switch unsafe PQresultStatus(result) {
      case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
        guard case .statement(let text) = command else {
          unsafe PQclear(result)
          continue
        }
        answer = unsafe PostgresResult(result, statement: text)
      case PGRES_PIPELINE_ABORTED:
        forget(command)
        unsafe PQclear(result)
      default:
        failure = unsafe PostgresFailure.error(in: result, statement: text(of: command))
        unsafe PQclear(result)
        forget(command, because: failure as? StatementError)
        if isLost { failure = unsafe PostgresFailure.lost(handle) }
      }
    }
    if isUnanswered { throw unsafe PostgresFailure.lost(handle) }
    if let failure { throw failure }
    return answer
  }

  private func endOfFlight() throws {
    guard let result = unsafe PQgetResult(handle) else { throw unsafe PostgresFailure.lost(handle) }
    let status = unsafe PQresultStatus(result)
    unsafe PQclear(result)
    guard status == PGRES_PIPELINE_SYNC else { throw unsafe PostgresFailure.lost(handle) }
  }

  /// A preparation that the server skipped or refused must be sent again; so must one that a change
  /// of the schema or a connection pooler has made void.
  private func forget(_ command: Sent, because error: StatementError? = nil) {
    switch command {
    case .preparation(let key): prepared[key] = nil
    case .statement(let text):
      guard ["SQLSTATE 0A000", "SQLSTATE 26000"].contains(error?.code) else { return }
      prepared = prepared.filter { $0.value.text != text }
    }
  }

  private func text(of command: Sent) -> String {
    switch command {
    case .preparation(let key): prepared[key]?.text ?? Dialect.postgres.render(key)
    case .statement(let text): text
    }
  }

  /// Runs several statements at once, outside the pipeline.
  func runScript(_ text: String) throws {
    try settle()
    unsafe PQexitPipelineMode(handle)
    defer { unsafe PQenterPipelineMode(handle) }
    let result = unsafe PQexec(handle, text)
    defer { unsafe PQclear(result) }
    switch unsafe PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return
    default:
      if isLost { throw unsafe PostgresFailure.lost(handle) }
      throw unsafe PostgresFailure.error(in: result, statement: text)
    }
  }
}
