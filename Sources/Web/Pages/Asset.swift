import CZlib
import HTTPTypes
package import Hummingbird
import NIOCore

/// A style sheet, script or drawing that is part of the binary.
///
/// Its address holds a fingerprint of its bytes, so browsers may keep it for ever.
package struct Asset: Sendable {
  package let path: String
  let name: String
  let contentType: String
  let plain: ByteBuffer
  let gzipped: ByteBuffer?

  /// - Parameter name: with its extension, `respond.css`.
  package init(_ name: String, _ text: String) {
    let bytes = Array(text.utf8)
    self.name = name
    let stem = name.split(separator: ".").dropLast().joined(separator: ".")
    let suffix = name.split(separator: ".").last.map(String.init) ?? ""
    contentType =
      switch suffix {
      case "css": "text/css; charset=utf-8"
      case "js": "text/javascript; charset=utf-8"
      case "svg": "image/svg+xml"
      default: "application/octet-stream"
      }
    let fingerprint = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    path = "/assets/\(stem)-\(String(fingerprint, radix: 36)).\(suffix)"
    plain = ByteBuffer(bytes: bytes)
    gzipped = Compression.gzip(bytes, level: 9).map { ByteBuffer(bytes: $0) }
  }

  package func response(to request: Request) -> Response {
    var headers: HTTPFields = [
      .contentType: contentType, .cacheControl: "public, max-age=31536000, immutable",
      .vary: "Accept-Encoding",
    ]
    if let gzipped, Compression.isAccepted(by: request) {
      headers[.contentEncoding] = "gzip"
      return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: gzipped))
    }
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: plain))
  }

  /// The look every page starts from.
  package static let tokens = Asset("tokens.css", Assets.tokens_css)
  package static let components = Asset("components.css", Assets.components_css)
}

/// Serves the assets of all rooms.
package struct AssetRoutes: Sendable {
  let assets: [Asset]

  package init(_ assets: [Asset]) { self.assets = assets }

  package func register(on router: some RouterMethods<some RequestContext>) {
    for asset in assets {
      router.get(RouterPath(asset.path)) { request, _ in asset.response(to: request) }
    }
  }
}
