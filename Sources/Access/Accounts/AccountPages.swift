import Kernel
import Mustache
import Web

/// A person's own page: where they are signed in, their password, the way out.
struct AccountPage: Page {
  static let template = MustacheTemplate(embedded: Templates.account)

  let t: [String: String]
  let csrf: String
  let name: String
  let email: String
  let role: String
  let notice: String?
  let sessions: [Line]
  let hasOthers: Bool
  let currentError: String?
  let passwordError: String?
  let languages: [LanguageLink]

  /// One session as people recognise it.
  struct Line: Sendable {
    let browser: String
    let address: String?
    let seen: String
    let isThis: Bool
    let ending: String
    let endLabel: String
  }

  /// What became of a change of password.
  enum Outcome {
    case changed
    case currentWrong
    case wait(Duration)
    case refused(Password.Refusal)
  }

  init(
    _ person: Identity.Person,
    _ sessions: [Session],
    in language: Language,
    at now: Instant,
    outcome: Outcome? = nil
  ) {
    let words = Catalogue.of(language)
    t = AccessWords.of(language)
    csrf = person.csrf
    name = person.name
    email = person.email
    role = words["access.role.\(person.role.rawValue)"]
    self.sessions = sessions.map { Line($0, isThis: $0.id == person.session, words, at: now) }
    hasOthers = sessions.count > 1
    languages = LanguageLink.all(from: "/account", current: language)
    notice = if case .changed = outcome { words["access.change.done"] } else { nil }
    currentError =
      switch outcome {
      case .currentWrong: words["access.change.wrong"]
      case .wait(let wait): WaitText.text(wait, words)
      default: nil
      }
    passwordError =
      if case .refused(let refusal) = outcome {
        words["access.password.\(refusal.rawValue)"]
      } else { nil }
  }

  var title: String { t["account_title"] ?? "" }
}

extension AccountPage.Line {
  init(_ session: Session, isThis: Bool, _ words: Catalogue, at now: Instant) {
    let browser = session.browser.name ?? words["access.browser.unknown"]
    self.browser =
      session.browser.system.map {
        words.text("access.browser.on", ["browser": browser, "system": $0])
      } ?? browser
    address = session.address
    seen = Self.seen(session.lastSeenAt, words, at: now)
    self.isThis = isThis
    ending = "/account/sessions/\(session.id.rawValue)/ending"
    endLabel = words.text("access.sessions.end", ["browser": self.browser])
  }

  private static func seen(_ instant: Instant, _ words: Catalogue, at now: Instant) -> String {
    let minutes = Int((now.milliseconds - instant.milliseconds) / 60_000)
    return switch minutes {
    case ..<2: words["access.seen.now"]
    case ..<60: words.plural("access.seen.minutes", minutes)
    case ..<1440: words.plural("access.seen.hours", minutes / 60)
    default: words.plural("access.seen.days", minutes / 1440)
    }
  }
}
