import CPostgres
import Foundation
import Logging

/// One thread's way to the server: connects when needed and again after a loss.
final class PostgresLink {
  /// How long it keeps from trying again, doubling from the first to the last.
  static let firstPause: Duration = .milliseconds(100)
  static let lastPause: Duration = .seconds(5)

  static let oldestServer: Int32 = 12_00_00

  /// What a connection is for, which decides how its statements are planned.
  enum Duty { case reading, writing }

  private let url: String
  private let duty: Duty
  private let logger: Logger
  private var open: Connection?
  private var pause = firstPause
  private var nextTry = ContinuousClock.now

  init(url: String, for duty: Duty, logger: Logger) {
    self.url = url
    self.duty = duty
    self.logger = logger
  }

  /// Runs a closure on a connection known to have been alive a moment ago.
  ///
  /// A connection that comes back broken or amid a transaction is not used again.
  func with<Output>(_ body: (Connection) throws -> Output) throws -> Output {
    let connection = try connection()
    defer { if !Self.isAlive(connection) { open = nil } }
    return try body(connection)
  }

  func close() { open = nil }

  private func connection() throws -> Connection {
    if let open, Self.isAlive(open), Self.isAtTheOtherEnd(open) { return open }
    open = nil
    let now = ContinuousClock.now
    guard now >= nextTry else {
      throw StorageUnavailable(
        .lost,
        detail: "the server was out of reach a moment ago",
        retryAfter: nextTry - now
      )
    }
    do {
      let new = Connection(PostgresConnection(try connect()))
      try prepareSession(new)
      open = new
      pause = Self.firstPause
      return new
    } catch {
      // Spread over half the pause, so that many processes do not all come back at once.
      nextTry = .now + pause * Double.random(in: 0.75...1.25)
      pause = min(pause * 2, Self.lastPause)
      logger.warning("no connection to PostgreSQL", metadata: ["reason": "\(error)"])
      throw error
    }
  }

  /// The URL's own settings win over those before it and lose to those after it.
  private func connect() throws -> PostgresPipeline {
    let settings: [(String, String)] = [
      ("connect_timeout", "5"), ("tcp_user_timeout", "10000"), ("keepalives_idle", "30"),
      ("fallback_application_name", "touchstone"), ("dbname", url), ("client_encoding", "UTF8"),
    ]
    let handle = unsafe Self.withCStrings(settings.map(\.0)) { names in
      unsafe Self.withCStrings(settings.map(\.1)) { values in
        unsafe PQconnectdbParams(names, values, 1)
      }
    }
    guard let handle = unsafe handle else {
      throw StorageUnavailable(.failing, detail: "no memory for a connection")
    }
    guard unsafe PQstatus(handle) == CONNECTION_OK else {
      defer { unsafe PQfinish(handle) }
      throw unsafe PostgresFailure.lost(handle, retryAfter: pause)
    }
    let version = unsafe PQserverVersion(handle)
    let pipeline = unsafe PostgresPipeline(handle)
    guard version >= Self.oldestServer else {
      throw StorageUnavailable(
        .failing,
        detail: "PostgreSQL 12 or newer is needed; this server is \(version / 10_000)"
      )
    }
    return pipeline
  }

  /// A server that acknowledges before the disk has it would lose answers; it is told not to here.
  private func prepareSession(_ connection: Connection) throws {
    try connection.driver.define(
      """
      SET client_min_messages = warning;
      SET cursor_tuple_fraction = 1.0;
      SET lock_timeout = '10s';
      SET idle_in_transaction_session_timeout = '5min';
      SELECT set_config('synchronous_commit', 'on', false)
      WHERE current_setting('synchronous_commit') = 'off';
      """
    )
    if duty == .writing {
      try connection.driver.define(Self.plansForWriting)
      try connection.driver.define(PostgresHold.share)
    }
  }

  /// Writing looks rows up by their keys. A prepared plan outlives the empty tables it was made
  /// for, and one that reads them whole would cost more with every answer.
  private static let plansForWriting = """
    SET enable_seqscan = off;
    SET enable_bitmapscan = off;
    SET enable_hashjoin = off;
    SET enable_mergejoin = off;
    """

  private static func pipeline(_ connection: Connection) -> PostgresPipeline? {
    (connection.driver as? PostgresConnection)?.pipeline
  }

  private static func isAlive(_ connection: Connection) -> Bool {
    guard let pipeline = pipeline(connection) else { return false }
    return pipeline.isIdle && !pipeline.isLost
  }

  /// Looks for a farewell that came while nobody listened, as when the server was restarted.
  private static func isAtTheOtherEnd(_ connection: Connection) -> Bool {
    guard let pipeline = pipeline(connection) else { return false }
    for _ in 0..<4 {
      var descriptor = pollfd(fd: pipeline.socket, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&descriptor, 1, 0) > 0 else { return true }
      guard pipeline.consume() else { return false }
    }
    return true
  }

  /// An array of C strings, ended by a null pointer, for the length of a call.
  private static func withCStrings<Output>(
    _ strings: [String],
    _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Output
  ) -> Output {
    let copies = unsafe strings.map { unsafe strdup($0) }
    defer {
      for index in unsafe copies.indices { unsafe free(copies[index]) }
    }
    let pointers = unsafe copies.map { unsafe UnsafePointer($0) } + [nil]
    return unsafe pointers.withUnsafeBufferPointer { unsafe body($0.baseAddress) }
  }
}
