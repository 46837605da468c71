import HTTPTypes
package import Hummingbird
import NIOCore

extension LiveBoard {
  /// A stream of server-sent events, `answers` for each change.
  ///
  /// It ends with the board, and by itself after some hours: whoever still looks asks again, and
  /// is asked again who they are.
  package func response() -> Response {
    guard let stream = listen() else { return Problem.tooManyListeners.response }
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/event-stream", .cacheControl: "no-store",
        Self.buffering: "no",
      ],
      body: ResponseBody { writer in
        try await writer.write(ByteBuffer(string: "retry: 5000\n\n"))
        var left = Self.eventsMax
        for await event in stream {
          let text = event == .changed ? "event: answers\ndata: \n\n" : ": still here\n\n"
          try await writer.write(ByteBuffer(string: text))
          left -= 1
          if left == 0 { break }
        }
        try await writer.finish(nil)
      }
    )
  }

  private static var eventsMax: Int { 2_000 }

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
