/// How long a session lasts.
struct SessionLife: Hashable, Sendable {
  /// It ends after this long without a request.
  let idle: Duration

  /// It ends after this long whatever happens.
  let total: Duration

  /// True when the browser keeps the cookie after it is closed.
  let outlivesBrowser: Bool

  /// For a machine that others use too.
  static let brief = SessionLife(
    idle: .seconds(12 * 3600),
    total: .seconds(3 * 86_400),
    outlivesBrowser: false
  )

  /// For one's own machine: “stay signed in”.
  static let long = SessionLife(
    idle: .seconds(14 * 86_400),
    total: .seconds(90 * 86_400),
    outlivesBrowser: true
  )
}

/// Where a session is opened from.
struct SessionOrigin: Hashable, Sendable {
  let address: String?
  let browser: Browser
}
