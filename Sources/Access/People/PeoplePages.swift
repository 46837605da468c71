import Kernel
import Mustache
import Web

/// Writes moments as days of a business, in one language.
struct DayWriter: Sendable {
  let language: Language
  private let business: Business

  init(of business: Business, in language: Language) {
    self.business = business
    self.language = language
  }

  func text(_ instant: Instant) -> String {
    DayText.text(
      BusinessClock(zone: business.zone).day(of: instant),
      business.calendar,
      in: language
    )
  }
}

/// Everybody who may come in, those who are invited, and the form that invites.
struct PeoplePage: Page {
  static let template = MustacheTemplate(embedded: Templates.people)

  let t: [String: String]
  let csrf: String
  let people: [Line]
  let invitations: [Waiting]
  let hasInvitations: Bool
  let link: String?
  let linkText: String?
  let email: String
  let emailError: String?
  let nonce: String
  let roles: [RoleChoice]
  let copyIcon = Icon.copy.svg

  struct Line: Sendable {
    let initials: String
    let name: String
    let email: String
    let role: String
    let since: String
    let isYou: Bool
    let roles: Choices
    let roleLabel: String
    let roleAction: String
    let removalAction: String
    let removeLabel: String
  }

  struct Waiting: Sendable {
    let email: String
    let role: String
    let until: String
    let action: String
    let withdrawLabel: String
  }

  struct RoleChoice: Sendable {
    let value: String
    let name: String
    let meaning: String
    let isChosen: Bool
  }

  init(
    _ accounts: [Account],
    _ invitations: [Invitation],
    seenBy person: Identity.Person,
    form: InvitationForm,
    link: (text: String, email: String)?,
    days: DayWriter
  ) {
    let words = Catalogue.of(days.language)
    t = words.section("people")
    csrf = person.csrf
    people = accounts.map { Line($0, isYou: $0.id == person.account, words, days) }
    self.invitations = invitations.map { Waiting($0, words, days) }
    hasInvitations = !invitations.isEmpty
    self.link = link?.text
    linkText = link.map { words.text("people.link", ["email": $0.email]) }
    email = form.email
    let key = form.trouble == "full" ? "people.full" : "access.email.\(form.trouble ?? "")"
    emailError = form.trouble.map { _ in words[key] }
    nonce = form.nonce
    roles = Role.allCases.map {
      RoleChoice(
        value: $0.rawValue,
        name: words["access.role.\($0.rawValue)"],
        meaning: words["people.role.\($0.rawValue)"],
        isChosen: $0 == form.role
      )
    }
  }

  var title: String { t["title"] ?? "" }
}

extension PeoplePage.Line {
  init(_ account: Account, isYou: Bool, _ words: Catalogue, _ days: DayWriter) {
    initials = FramePage.initials(of: account.name)
    name = account.name
    email = account.email.text
    role = words["access.role.\(account.role.rawValue)"]
    since = words.text("people.since", ["day": days.text(account.createdAt)])
    self.isYou = isYou
    roles = Choices(
      Role.allCases.map {
        .init($0.rawValue, words["access.role.\($0.rawValue)"], isChosen: $0 == account.role)
      }
    )
    roleLabel = words.text("people.role_of", ["name": account.name])
    roleAction = "\(PeopleRoutes.path)/\(account.id.rawValue)/role"
    removalAction = "\(PeopleRoutes.path)/\(account.id.rawValue)/removal"
    removeLabel = words.text("people.remove_whom", ["name": account.name])
  }
}

extension PeoplePage.Waiting {
  init(_ invitation: Invitation, _ words: Catalogue, _ days: DayWriter) {
    email = invitation.email.text
    role = words["access.role.\(invitation.role.rawValue)"]
    until = words.text("people.until", ["day": days.text(invitation.expiresAt)])
    action = "\(PeopleRoutes.path)/invitations/\(invitation.id.rawValue)/withdrawal"
    withdrawLabel = words.text("people.withdraw_whom", ["email": email])
  }
}
