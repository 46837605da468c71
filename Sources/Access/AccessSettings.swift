package import Kernel

/// What the operator decides about access; tests decide the clock and the cost as well.
package struct AccessSettings: Sendable {
  /// `https://feedback.example`: cookies are marked Secure when it is https.
  package var publicURL: String?

  /// True behind a proxy that appends the caller's address to `X-Forwarded-For`.
  package var trustsForwardedFor: Bool
  package var cost: ScryptCost
  package var now: @Sendable () -> Instant

  package init(
    publicURL: String? = nil,
    trustsForwardedFor: Bool = false,
    cost: ScryptCost = .standard,
    now: @escaping @Sendable () -> Instant = { .now() }
  ) {
    self.publicURL = publicURL
    self.trustsForwardedFor = trustsForwardedFor
    self.cost = cost
    self.now = now
  }
}
