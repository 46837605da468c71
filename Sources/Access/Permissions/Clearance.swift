/// What a route asks of whoever calls it.
package enum Clearance: Hashable, Sendable {
  /// Nothing, from any site: surveys, style sheets, health. Nobody is looked up.
  case anyone

  /// Nothing, but changes only from our own pages: signing in.
  case visitor

  /// A person with a session, whatever the role; no API token.
  case signedIn

  /// A person or an API token with this permission.
  case may(Permission)
}
