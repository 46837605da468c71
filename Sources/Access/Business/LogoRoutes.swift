import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Web

/// The business's logo, for its own pages and its customers'.
struct LogoRoutes: Sendable {
  let logos: LogoStore
  let business: BusinessDirectory

  /// `GET /logo?v=3f2a…`: browsers may keep it for ever, the address changes with the picture.
  ///
  /// The type is what the bytes were found to be, and nothing may run in it wherever it is opened.
  func show(_ request: Request, _ context: Context) async throws -> Response {
    let wished = request.uri.queryParameters["v"].map(String.init)
    let isNamed = wished != nil
    let current = try await business.current().logo
    guard let fingerprint = wished ?? current, fingerprint.utf8.count <= 64,
      let logo = try await logos.logo(fingerprint)
    else { throw Problem.notFound }
    return Response(
      status: .ok,
      headers: [
        .contentType: logo.type,
        .cacheControl: isNamed ? "public, max-age=31536000, immutable" : "no-cache",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: logo.bytes))
    )
  }
}
