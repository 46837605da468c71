import Kernel
import Mustache
import Web

/// All tokens, the secret of a new one this once, and the form that makes one.
struct TokenPage: Page {
  static let template = MustacheTemplate(embedded: Templates.tokens)

  let t: [String: String]
  let csrf: String
  let secret: String?
  let tokens: [Line]
  let hasTokens: Bool
  let name: String
  let nameError: String?
  let scopeError: String?
  let nonce: String
  let scopes: [ScopeChoice]
  let copyIcon = Icon.copy.svg

  struct Line: Sendable {
    let name: String
    let scopes: String
    let used: String
    let isRevoked: Bool
    let action: String
    let revokeLabel: String
  }

  struct ScopeChoice: Sendable {
    let value: String
    let meaning: String
    let isChosen: Bool
  }

  init(
    _ tokens: [APIToken],
    form: TokenForm,
    secret: String?,
    csrf: String,
    days: DayWriter
  ) {
    let words = Catalogue.of(days.language)
    t = words.section("tokens")
    self.csrf = csrf
    self.secret = secret
    // Those that still work stand first, the newest on top.
    let working: [APIToken] = tokens.filter { $0.revokedAt == nil }.reversed()
    let revoked: [APIToken] = tokens.filter { $0.revokedAt != nil }.reversed()
    self.tokens = (working + revoked).map { Line($0, words, days) }
    hasTokens = !tokens.isEmpty
    name = form.name
    nameError = form.nameTrouble.map { words[$0] }
    scopeError = form.scopeTrouble.map { words[$0] }
    nonce = form.nonce
    scopes = Scope.allCases.map {
      ScopeChoice(
        value: $0.rawValue,
        meaning: words["tokens.scope.\($0.rawValue.replacing(":", with: "_"))"],
        isChosen: form.scopes.contains($0)
      )
    }
  }

  var title: String { t["title"] ?? "" }
}

extension TokenPage.Line {
  init(_ token: APIToken, _ words: Catalogue, _ days: DayWriter) {
    name = token.name
    scopes = token.listedScopes.replacing(",", with: ", ")
    let made = words.text("tokens.made", ["day": days.text(token.createdAt)])
    let last =
      if let revoked = token.revokedAt {
        words.text("tokens.revoked", ["day": days.text(revoked)])
      } else if let used = token.lastUsedAt {
        words.text("tokens.used", ["day": days.text(used)])
      } else { words["tokens.unused"] }
    used = "\(made) · \(last)"
    isRevoked = token.revokedAt != nil
    action = "\(TokenRoutes.path)/\(token.id.rawValue)/revocation"
    revokeLabel = words.text("tokens.revoke_which", ["name": token.name])
  }
}
