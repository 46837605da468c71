import Hummingbird

/// The cookie that carries a session's secret.
struct SessionCookie: Sendable {
  let isSecure: Bool

  /// The prefix makes browsers refuse it from anywhere but this very host over https.
  var name: String { isSecure ? "__Host-session" : "session" }

  func secret(in request: Request) -> Secret? {
    request.cookies[name].map { Secret(text: $0.value) }
  }

  func carrying(_ secret: Secret, for life: SessionLife) -> Cookie {
    cookie(secret.text, maxAge: life.outlivesBrowser ? Int(life.total.components.seconds) : nil)
  }

  var gone: Cookie { cookie("", maxAge: 0) }

  private func cookie(_ value: String, maxAge: Int?) -> Cookie {
    Cookie(
      name: name,
      value: value,
      maxAge: maxAge,
      path: "/",
      secure: isSecure,
      httpOnly: true,
      sameSite: .lax
    )
  }
}
