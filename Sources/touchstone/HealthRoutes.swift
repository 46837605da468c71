import Access
import Facts
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Storage
import Web

/// What an operator's tools ask: alive, able to take answers, and a few numbers.
struct HealthRoutes: Sendable {
  let storage: Storage
  let facts: ScoreFacts

  var routes: [Route] {
    [
      .get("/health", .anyone) { _, _ in Self.text("alive\n") },
      .get("/ready", .anyone, ready),
      .get("/metrics", .anyone, metrics),
    ]
  }

  /// Ready means that an answer would be taken, so something is written: a full disk still reads,
  /// and where answers were turned away a moment ago one small write proves nothing.
  private func ready(_ request: Request, _ context: Context) async throws -> Response {
    do {
      try await storage.write { db in _ = try db.next("readiness") }
      if storage.hasRefusedWrites(within: .seconds(5)) { return Problem.unavailable.response }
      return Self.text("ready\n")
    } catch {
      return Problem.unavailable.response
    }
  }

  /// Prometheus text.
  private func metrics(_ request: Request, _ context: Context) async throws -> Response {
    let reads = storage.readCount
    let columns = try await facts.caughtUp()
    let responses = try await storage.read { db in
      try db.value("SELECT value FROM counter WHERE name = 'response'", as: Int.self) ?? 0
    }
    return Self.text(
      """
      # HELP touchstone_responses_total Responses ever taken, partial ones included.
      # TYPE touchstone_responses_total counter
      touchstone_responses_total \(responses)
      # HELP touchstone_reads_total Reading statements run on the store since the start.
      # TYPE touchstone_reads_total counter
      touchstone_reads_total \(reads)
      # HELP touchstone_facts Facts in the columns, opposites included.
      # TYPE touchstone_facts gauge
      touchstone_facts \(columns.count)
      # HELP touchstone_facts_head Last ledger row that the columns hold.
      # TYPE touchstone_facts_head gauge
      touchstone_facts_head \(columns.head)
      # HELP touchstone_columns_bytes Memory of the columns.
      # TYPE touchstone_columns_bytes gauge
      touchstone_columns_bytes \(columns.footprint)

      """
    )
  }

  private static func text(_ text: String) -> Response {
    Response(
      status: .ok,
      headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text))
    )
  }
}
