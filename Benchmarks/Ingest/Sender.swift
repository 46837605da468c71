import NIOCore

/// One connection: sends an answer, waits until it is acknowledged, sends the next.
///
/// With a rate, time counts from the moment an answer should have been sent, so that a server that
/// stalls is charged for the answers it kept waiting.
final class Sender: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  struct Outcome: Sendable {
    /// - Units: nanoseconds, acknowledged answers only.
    var latencies: [Int64] = []
    var refused = 0
  }

  private let number: Int
  private let pace: Pace
  private let done: EventLoopPromise<Outcome>
  private let head: String
  private var outcome = Outcome()
  private var received = ByteBuffer()
  private var sent = 0
  private var countedFrom = NIODeadline.now()
  private var random: UInt64

  init(number: Int, token: String, pace: Pace, done: EventLoopPromise<Outcome>) {
    self.number = number
    self.pace = pace
    self.done = done
    // Another run must not send the keys of this one: those answers would be known already.
    random = .random(in: 1 ... .max)
    head = """
      POST /api/v1/surveys/\(token)/responses HTTP/1.1\r
      Host: 127.0.0.1\r
      Content-Type: application/json\r

      """
  }

  func channelActive(context: ChannelHandlerContext) { scheduleNext(context) }

  private func scheduleNext(_ context: ChannelHandlerContext) {
    let now = NIODeadline.now()
    guard now < pace.end else {
      done.succeed(outcome)
      context.close(promise: nil)
      return
    }
    let slot = max(pace.slot(sent, connection: number) ?? now, pace.start)
    countedFrom = slot
    if slot <= now { return send(context) }
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(deadline: slot) {
      let (sender, context) = bound.value
      sender.send(context)
    }
  }

  private func send(_ context: ChannelHandlerContext) {
    sent += 1
    if pace.rate == 0 { countedFrom = .now() }
    let body = body()
    var buffer = context.channel.allocator.buffer(capacity: 512)
    buffer.writeString(head)
    buffer.writeString("Idempotency-Key: \(random)-\(number)-\(sent)\r\n")
    buffer.writeString("Content-Length: \(body.utf8.count)\r\n\r\n")
    buffer.writeString(body)
    context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
  }

  /// One score, one choice, one comment of its own words.
  private func body() -> String {
    random ^= random << 13
    random ^= random >> 7
    random ^= random << 17
    let score = random % 11
    let visit = ["morning", "afternoon", "evening"][Int((random >> 8) % 3)]
    let shop = (random >> 16) % 200
    return """
      {"answers":{"recommend":\(score),"visit":"\(visit)","why":"Served in \(random % 997) seconds \
      at desk \((random >> 20) % 89), order \(random)."},\
      "touchpoint":"store-\(shop)",\
      "channel":"web","language":"en"}
      """
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var part = unwrapInboundIn(data)
    received.writeBuffer(&part)
    guard let status = completeResponse() else { return }
    received.clear()
    if status == 201 {
      outcome.latencies.append((NIODeadline.now() - countedFrom).nanoseconds)
    } else {
      outcome.refused += 1
    }
    scheduleNext(context)
  }

  /// The status once head and body are in; nil before. The server never chunks these answers.
  ///
  /// Reads bytes and makes no strings: a slow customer would be measured in the server's place.
  private func completeResponse() -> Int? {
    let bytes = received.getBytes(at: received.readerIndex, length: received.readableBytes) ?? []
    guard let end = Self.place(of: Self.headEnd, in: bytes),
      let name = Self.place(of: Self.lengthName, in: bytes), name < end
    else { return nil }
    var length = 0
    for place in (name + Self.lengthName.count)..<end {
      guard case 0x30...0x39 = bytes[place] else { break }
      length = length * 10 + Int(bytes[place] - 0x30)
    }
    guard bytes.count - end - Self.headEnd.count >= length else { return nil }
    return bytes[9..<12].reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  private static let headEnd = Array("\r\n\r\n".utf8)
  private static let lengthName = Array("ontent-Length: ".utf8)

  private static func place(of wanted: [UInt8], in bytes: [UInt8]) -> Int? {
    var place = 0
    while place + wanted.count <= bytes.count {
      var same = 0
      while same < wanted.count, bytes[place + same] == wanted[same] { same += 1 }
      if same == wanted.count { return place }
      place += 1
    }
    return nil
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    done.fail(error)
    context.close(promise: nil)
  }
}
