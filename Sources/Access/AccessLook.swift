package import Web

/// The style sheets of the pages without a frame: sign-in, set-up, refusals.
package enum AccessLook {
  static let own = Asset("access.css", Assets.access_css)

  package static let stylesheets: [Asset] = [.tokens, .components, own]
}
