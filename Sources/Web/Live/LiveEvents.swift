import HTTPTypes
package import Hummingbird
import NIOCore
import ServiceLifecycle

extension LiveBoard {
  /// A stream of server-sent events, `answers` for each change.
  ///
  /// Whoever says, as `?since=`, what pulse their page was made at misses nothing that came between
  /// the page and its first listening. The stream ends with the board, and by itself after some
  /// hours: whoever still looks asks again, and is asked again who they are.
  package func response(to request: Request) -> Response {
    let since = request.uri.queryParameters["since"].flatMap { Int64($0) }
    guard let stream = listen(since: since) else { return Problem.tooManyListeners.response }
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/event-stream", .cacheControl: "no-store",
        Self.buffering: "no",
      ],
      body: ResponseBody { writer in
        try await writer.write(ByteBuffer(string: "retry: 5000\n\n"))
        var left = Self.eventsMax
        // A server that closes waits for its connections, so this one ends first.
        for await event in stream.cancelOnGracefulShutdown() {
          let text = event == .changed ? Self.changed : ": still here\n\n"
          try await writer.write(ByteBuffer(string: text))
          left -= 1
          if left == 0 { break }
        }
        try await writer.finish(nil)
      }
    )
  }

  private static var eventsMax: Int { 2_000 }

  /// An event without data would not be told by browsers.
  private static var changed: String { "event: answers\ndata: new\n\n" }

  /// Proxies that collect answers before passing them on are asked not to.
  private static var buffering: HTTPField.Name {
    guard let name = HTTPField.Name("X-Accel-Buffering") else {
      preconditionFailure("a header's name must be a token")
    }
    return name
  }
}

extension Problem {
  /// Every place at the board is taken.
  static let tooManyListeners = Problem(
    .serviceUnavailable,
    code: "too_many_listeners",
    title: "Too many open pages",
    detail: "More pages are open than can be kept up to date (liveListenersMax). Reload by hand.",
    retryAfter: 60
  )
}
