import HTTPTypes
package import Hummingbird

/// Tells whether a browser sends a form from one of our own pages.
///
/// `Sec-Fetch-Site` decides where the browser sends it, since no page can forge it; otherwise
/// `Origin` must be our public address or the very host that was called. A request with neither is
/// no browser's, or an old one's: the CSRF token still stands in its way.
package struct OwnOrigin: Sendable {
  /// `https://feedback.example`, when the server was told its public address.
  let publicOrigin: String?

  package init(publicURL: String?) { publicOrigin = publicURL.flatMap(Self.origin) }

  package var isSecure: Bool { publicOrigin?.hasPrefix("https://") ?? false }

  /// Scheme, host and port that people reach this server by: its public address, otherwise the one
  /// that was called.
  package func address(calledBy request: Request) -> String {
    publicOrigin ?? "http://\(request.head.authority ?? "127.0.0.1")"
  }

  func sent(_ request: Request) -> Bool {
    if let site = request.headers[Self.fetchSite] { return site == "same-origin" || site == "none" }
    guard let origin = request.headers[.origin]?.lowercased() else { return true }
    if origin == publicOrigin { return true }
    guard let host = request.head.authority?.lowercased(),
      let separator = origin.firstRange(of: "://")
    else { return false }
    return origin[separator.upperBound...] == host
  }

  /// Whether the browser itself says that one of our own pages sends this; an old browser's silence
  /// proves nothing.
  func surelySent(_ request: Request) -> Bool {
    if let site = request.headers[Self.fetchSite] { return site == "same-origin" }
    return request.headers[.origin] != nil && sent(request)
  }

  /// Scheme, host and port of a URL.
  private static func origin(of url: String) -> String? {
    guard let separator = url.firstRange(of: "://") else { return nil }
    let authority = url[separator.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return authority.isEmpty ? nil : (url[..<separator.upperBound] + authority).lowercased()
  }

  private static let fetchSite: HTTPField.Name = {
    guard let name = HTTPField.Name("Sec-Fetch-Site") else {
      preconditionFailure("a header's name must be a token")
    }
    return name
  }()
}
