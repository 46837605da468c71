import Kernel
import Mustache
import Web

/// What stands above each page of the settings: its title, the way to the others, what was done.
struct SettingsPage: Page {
  static let template = MustacheTemplate(embedded: Templates.settings)

  let t: [String: String]
  let title: String
  let tabs: [Tab]
  let notice: String?
  let isWarning: Bool
  let body: String

  struct Tab: Sendable {
    let text: String
    let href: String
    let isCurrent: Bool
  }

  init(
    _ title: String,
    tab: String,
    of tabs: [SettingsTab],
    for person: Identity.Person,
    notice: SettingsNotice?,
    in language: Language,
    body: String
  ) {
    let words = Catalogue.of(language)
    t = words.section("settings")
    self.title = title
    self.tabs = tabs.filter { person.role.permissions.contains($0.permission) }.map {
      Tab(text: words["settings.tab.\($0.key)"], href: $0.href, isCurrent: $0.key == tab)
    }
    self.notice = notice.map { words["settings.notice.\($0.rawValue)"] }
    isWarning = notice == .lastOwner || notice == .gone
    self.body = body
  }
}
