import CZlib

/// What a gzip file holds, unpacked while it is read; members behind one another are joined.
@safe
final class GzipStream: ByteStream {
  private let source: any ByteStream
  private let name: String
  private var packed = [UInt8](repeating: 0, count: 1 << 16)
  private var position = 0
  private var available = 0
  private var isBetweenMembers = false
  private var isFinished = false
  private let state: UnsafeMutablePointer<z_stream>

  /// Window bits 15, and 16 more to expect gzip's own header and checksum.
  private static let gzipWindowBits: Int32 = 15 + 16

  init(_ source: any ByteStream, name: String) {
    self.source = source
    self.name = name
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: z_stream())
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    let status = unsafe inflateInit2_(
      state,
      Self.gzipWindowBits,
      ZLIB_VERSION,
      size
    )
    precondition(status == Z_OK, "zlib could not be set up: \(status)")
  }

  deinit {
    unsafe inflateEnd(state)
    unsafe state.deallocate()
  }

  static func recognises(_ head: [UInt8]) -> Bool {
    head.count >= 2 && head[0] == 0x1F && head[1] == 0x8B
  }

  func read(into bytes: inout [UInt8], from start: Int, room: Int) throws(TabularError) -> Int {
    while !isFinished {
      if available == 0 { try refill() }
      if isFinished { break }
      let count = try inflate(into: &bytes, from: start, room: room)
      if count > 0 { return count }
    }
    return 0
  }

  private func refill() throws(TabularError) {
    available = try source.read(into: &packed, from: 0, room: packed.count)
    position = 0
    guard available == 0 else { return }
    guard isBetweenMembers else {
      throw TabularError(
        file: name,
        reason: "the compressed file is cut off; fetch or pack it again"
      )
    }
    isFinished = true
  }

  /// One step of zlib; may give nothing and yet have used what was packed.
  private func inflate(
    into bytes: inout [UInt8],
    from start: Int,
    room: Int
  ) throws(TabularError) -> Int {
    if isBetweenMembers {
      guard packed[position] != 0 else { return skipZeros() }
      unsafe inflateReset(state)
      isBetweenMembers = false
    }
    precondition(start >= 0 && start + room <= bytes.count, "no room to unpack into")
    let offered = available
    var status: Int32 = Z_OK
    var unpacked = 0
    unsafe packed.withUnsafeMutableBufferPointer { input in
      unsafe bytes.withUnsafeMutableBufferPointer { output in
        guard let from = input.baseAddress, let to = output.baseAddress else { return }
        unsafe state.pointee.next_in = from + position
        unsafe state.pointee.avail_in = UInt32(offered)
        unsafe state.pointee.next_out = to + start
        unsafe state.pointee.avail_out = UInt32(room)
        status = unsafe CZlib.inflate(state, Z_NO_FLUSH)
        available = unsafe Int(state.pointee.avail_in)
        unpacked = unsafe room - Int(state.pointee.avail_out)
      }
    }
    position += offered - available
    switch status {
    case Z_STREAM_END: isBetweenMembers = true
    case Z_OK, Z_BUF_ERROR: break
    default:
      throw TabularError(
        file: name,
        reason: "the compressed file is damaged; fetch or pack it again"
      )
    }
    return unpacked
  }

  /// Archivers pad the last block with zeros.
  private func skipZeros() -> Int {
    position += 1
    available -= 1
    return 0
  }
}
