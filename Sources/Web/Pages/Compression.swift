import CZlib
package import HTTPTypes
package import Hummingbird
import NIOCore

/// Makes answers small with zlib; a page of 40 KB travels as 7.
package enum Compression {
  /// Below this a packet is a packet anyway.
  static let worthwhileBytes = 1000

  /// gzip of some bytes, or nil when zlib has no memory left.
  ///
  /// - Parameter level: 1 (fast) through 9 (small).
  package static func gzip(_ bytes: [UInt8], level: Int32 = 5) -> [UInt8]? {
    var stream = unsafe z_stream()
    // 15 bits of window and 16 for gzip's header, as zlib.h spells it.
    let version = unsafe zlibVersion()
    guard
      unsafe deflateInit2_(
        &stream,
        level,
        Z_DEFLATED,
        15 + 16,
        8,
        Z_DEFAULT_STRATEGY,
        version,
        Int32(MemoryLayout<z_stream>.size)
      ) == Z_OK
    else { return nil }
    defer { unsafe deflateEnd(&stream) }
    var input = bytes
    let bound = Int(unsafe deflateBound(&stream, uLong(input.count)))
    var written = 0
    let output = unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      unsafe input.withUnsafeMutableBufferPointer { source in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = uInt(source.count)
        unsafe stream.next_out = buffer.baseAddress
        unsafe stream.avail_out = uInt(buffer.count)
        if unsafe deflate(&stream, Z_FINISH) == Z_STREAM_END {
          written = unsafe buffer.count - Int(stream.avail_out)
        }
      }
      count = written
    }
    return written > 0 ? output : nil
  }

  static func isAccepted(by request: Request) -> Bool {
    (request.headers[.acceptEncoding] ?? "").split(separator: ",").contains {
      let parts = $0.split(separator: ";").map { $0.filter { $0 != " " } }
      return parts.first == "gzip" && !parts.dropFirst().contains { $0 == "q=0" || $0 == "q=0.0" }
    }
  }
}

extension Response {
  /// Text of any kind, compressed when it is worth it and the other side takes it.
  package init(
    text: String,
    to request: Request,
    status: HTTPResponse.Status = .ok,
    headers: HTTPFields
  ) {
    var headers = headers
    headers[.vary] = "Accept-Encoding"
    let bytes = Array(text.utf8)
    if bytes.count >= Compression.worthwhileBytes, Compression.isAccepted(by: request),
      let small = Compression.gzip(bytes)
    {
      headers[.contentEncoding] = "gzip"
      self.init(
        status: status,
        headers: headers,
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: small))
      )
    } else {
      self.init(
        status: status,
        headers: headers,
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
      )
    }
  }
}
