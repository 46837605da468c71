/// One line of the main navigation, offered by a capability to those who may go there.
package struct NavigationEntry: Hashable, Sendable {
  /// Names it in the catalogues, `frame.surveys`, and in `Frame.respond(current:)`.
  package let key: String
  package let href: String

  /// The icon's name, as `Web` draws it.
  package let icon: String
  package let permission: Permission

  /// Where on the desk it stands; a phone's bar has room for the first four of the daily ones.
  package let place: Place

  package enum Place: Int, Comparable, Hashable, Sendable {
    case daily, house

    package static func < (left: Place, right: Place) -> Bool { left.rawValue < right.rawValue }
  }

  package init(
    _ key: String,
    _ href: String,
    icon: String,
    for permission: Permission,
    in place: Place = .daily
  ) {
    self.key = key
    self.href = href
    self.icon = icon
    self.permission = permission
    self.place = place
  }
}
