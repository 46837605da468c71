package import Hummingbird
package import Kernel

extension Language {
  /// The language a request asks for: `?lang=`, then the cookie, then `Accept-Language`; nil when
  /// it asks for none that we speak.
  package static func wished(by request: Request) -> Language? {
    if let lang = request.uri.queryParameters["lang"].flatMap({ Language(tag: $0) }) {
      return lang
    }
    if let cookie = request.cookies[cookieName].flatMap({ Language(tag: $0.value) }) {
      return cookie
    }
    return request.headers[.acceptLanguage].flatMap {
      Language.preferred(by: $0, among: Language.allCases)
    }
  }

  static var cookieName: String { "language" }
}

extension Request {
  /// Remembers a language picked by link for a year.
  func keepLanguage(in response: inout Response) {
    guard let picked = uri.queryParameters["lang"].flatMap({ Language(tag: $0) }) else { return }
    let cookie = Cookie(
      name: Language.cookieName,
      value: picked.rawValue,
      maxAge: 365 * 86_400,
      path: "/",
      secure: false,
      httpOnly: true,
      sameSite: .lax
    )
    response.setCookie(cookie)
  }
}
