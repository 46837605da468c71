import Kernel
import Mustache
import Web

/// The frame around a signed-in person's pages: where they are, where else they can go.
struct FramePage: Page {
  static let template = MustacheTemplate(embedded: Templates.frame)

  let t: [String: String]
  let business: String
  let person: String
  let initials: String
  let isOnAccount: Bool
  let daily: [Entry]
  let house: [Entry]
  let hasHouse: Bool
  let isElsewhere: Bool
  let body: String

  struct Entry: Sendable {
    let text: String
    let href: String
    let icon: String
    let isCurrent: Bool
  }

  init(
    _ person: Identity.Person,
    of business: Business,
    navigation: [NavigationEntry],
    current: String,
    in language: Language,
    body: String
  ) {
    t = Catalogue.of(language).section("frame")
    self.business = business.name
    self.person = person.name
    initials = Self.initials(of: person.name)
    isOnAccount = current == "account"
    (daily, house) = Self.entries(navigation, for: person, current: current, in: language)
    hasHouse = !house.isEmpty
    isElsewhere = !daily.contains(where: \.isCurrent)
    self.body = body
  }

  /// The first four daily entries, and all others, of those a person may open.
  static func entries(
    _ navigation: [NavigationEntry],
    for person: Identity.Person,
    current: String,
    in language: Language
  ) -> (daily: [Entry], house: [Entry]) {
    let words = Catalogue.of(language)
    let open = navigation.filter { person.role.permissions.contains($0.permission) }
    func entries(_ place: NavigationEntry.Place) -> [Entry] {
      open.filter { $0.place == place }.map {
        Entry(
          text: words["frame.\($0.key)"],
          href: $0.href,
          icon: Icon(rawValue: $0.icon)?.svg ?? "",
          isCurrent: $0.key == current
        )
      }
    }
    let daily = entries(.daily)
    return (Array(daily.prefix(4)), Array(daily.dropFirst(4)) + entries(.house))
  }

  /// Two letters at most, of the first and the last word of a name.
  static func initials(of name: String) -> String {
    let words = name.split(separator: " ")
    let letters = [words.first, words.count > 1 ? words.last : nil].compactMap { $0?.first }
    return String(letters).uppercased()
  }
}

/// The list behind “More” on a phone: what the bar has no room for.
struct MorePage: Page {
  static let template = MustacheTemplate(embedded: Templates.more)

  let t: [String: String]
  let entries: [FramePage.Entry]
  let person: String
  let initials: String
  let languages: [LanguageLink]

  init(_ entries: [FramePage.Entry], for person: Identity.Person, in language: Language) {
    t = Catalogue.of(language).section("frame")
    self.entries = entries
    self.person = person.name
    initials = FramePage.initials(of: person.name)
    languages = LanguageLink.all(from: "/more", current: language)
  }
}
