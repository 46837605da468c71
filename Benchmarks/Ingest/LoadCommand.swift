import ArgumentParser
import Foundation
import NIOCore
import NIOPosix

/// Sends answers over a fixed number of connections and tells how long they took.
struct LoadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Send answers with unique keys; without --rate each connection sends when it can.",
    discussion: "bench-ingest load --port 8080 --token TOKEN --connections 64 --seconds 10"
  )

  @Option var port: Int
  @Option(help: "The survey's token.") var token: String
  @Option var connections = 64
  @Option var seconds = 10.0
  @Option(help: "Answers a second over all connections; 0 sends as fast as they are taken.")
  var rate = 0.0

  func run() async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let pace = Pace(connections: connections, rate: rate, seconds: seconds)
    let token = token
    let bootstrap = ClientBootstrap(group: group)
      .channelOption(ChannelOptions.tcpOption(.tcp_nodelay), value: 1)
    var senders: [EventLoopFuture<Sender.Outcome>] = []
    for number in 0..<connections {
      let done = group.any().makePromise(of: Sender.Outcome.self)
      senders.append(done.futureResult)
      bootstrap.channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let sender = Sender(number: number, token: token, pace: pace, done: done)
          try channel.pipeline.syncOperations.addHandler(sender)
        }
      }.connect(host: "127.0.0.1", port: port).whenFailure { done.fail($0) }
    }
    let outcomes = try await EventLoopFuture.whenAllSucceed(senders, on: group.any()).get()
    print(Report(outcomes, seconds: pace.elapsedSeconds).json)
    try await group.shutdownGracefully()
  }
}

/// When each connection sends.
struct Pace: Sendable {
  let connections: Int
  let rate: Double
  let start = NIODeadline.now() + .milliseconds(200)
  let end: NIODeadline

  init(connections: Int, rate: Double, seconds: Double) {
    self.connections = connections
    self.rate = rate
    end = start + .nanoseconds(Int64(seconds * 1e9))
  }

  var elapsedSeconds: Double { Double((NIODeadline.now() - start).nanoseconds) / 1e9 }

  /// The moment of a connection's n-th request; nil where it sends as soon as it can.
  func slot(_ request: Int, connection: Int) -> NIODeadline? {
    guard rate > 0 else { return nil }
    let place = Double(request * connections + connection)
    return start + .nanoseconds(Int64(place / rate * 1e9))
  }
}

/// What all connections saw together.
struct Report {
  let json: String

  init(_ outcomes: [Sender.Outcome], seconds: Double) {
    let latencies = outcomes.flatMap(\.latencies).sorted()
    func percentile(_ share: Double) -> Double {
      guard !latencies.isEmpty else { return 0 }
      return Double(latencies[min(latencies.count - 1, Int(share * Double(latencies.count)))]) / 1e6
    }
    let refused = outcomes.reduce(0) { $0 + $1.refused }
    json = """
      {"taken": \(latencies.count), "refused": \(refused), "seconds": \(seconds), \
      "per_second": \(Double(latencies.count) / seconds), "p50_ms": \(percentile(0.5)), \
      "p99_ms": \(percentile(0.99)), "max_ms": \(percentile(1))}
      """
  }
}
