package import HummingbirdCore
import Logging
package import NIOCore

/// HTTP/1 whose requests are worked on by the thread that reads and writes their connection.
///
/// By default each request goes from the event loop to Swift's own threads and back, several times.
/// What takes long, such as hashing a password or reading the store, has threads of its own.
struct LoopBoundChannel: ServerChildChannel {
  private let channel: HTTP1Channel

  init(_ channel: HTTP1Channel) { self.channel = channel }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
    self.channel.setup(channel: channel, logger: logger)
  }

  func handle(value: HTTP1Channel.Value, logger: Logger) async {
    await withTaskExecutorPreference(LoopExecutor(value.channel.eventLoop)) {
      await channel.handle(value: value, logger: logger)
    }
  }
}

extension HTTPServerBuilder {
  /// Serves HTTP/1, each connection on its event loop's thread alone.
  ///
  /// - Parameter idleTimeout: an idle connection is closed after this time.
  package static func onEventLoops(idleTimeout: TimeAmount = .seconds(75)) -> HTTPServerBuilder {
    HTTPServerBuilder { responder in
      LoopBoundChannel(
        HTTP1Channel(responder: responder, configuration: .init(idleTimeout: idleTimeout))
      )
    }
  }
}
