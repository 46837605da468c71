/// One page among the settings, offered to those who may open it.
package struct SettingsTab: Hashable, Sendable {
  /// Names it in the catalogues, `settings.tab.people`.
  package let key: String
  package let href: String
  package let permission: Permission

  package init(_ key: String, _ href: String, for permission: Permission) {
    self.key = key
    self.href = href
    self.permission = permission
  }
}

/// What became of a change, said on the page that one lands on afterwards.
package enum SettingsNotice: String, CaseIterable, Hashable, Sendable {
  case saved
  case removed
  case withdrawn
  case revoked
  case retried
  case lastOwner = "last_owner"
  case gone

  package func href(on path: String) -> String { "\(path)?notice=\(rawValue)" }
}
