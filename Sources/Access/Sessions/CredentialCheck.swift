import Kernel

/// Finds out whether an e-mail and a password belong together, at the same cost and with the same
/// answer whether the e-mail or the password is wrong.
struct CredentialCheck: Sendable {
  let accounts: AccountStore
  let throttle: ThrottleStore
  let desk: PasswordDesk
  let cost: ScryptCost
  let now: @Sendable () -> Instant

  enum Verdict: Sendable {
    case right(Account)
    case wrong
    case wait(Duration)
  }

  func verdict(on typed: String, _ password: String, from address: String?) async throws -> Verdict
  {
    let email = EmailAddress(typed)
    let attempt = ThrottleStore.Attempt(email: email?.text ?? typed, address: address)
    if let wait = try await throttle.begin(attempt, at: now()) { return .wait(wait) }
    do {
      guard let account = try await account(email, password) else { return .wrong }
      try await throttle.forgive(attempt, succeeded: true)
      return .right(account)
    } catch {
      // Nobody could look: that is no failure of theirs.
      try? await throttle.forgive(attempt, succeeded: false)
      throw error
    }
  }

  private func account(_ email: EmailAddress?, _ typed: String) async throws -> Account? {
    var found: (account: Account, hash: PasswordHash)?
    if let email { found = try await accounts.credentials(of: email) }
    guard let password = Password(typed: typed) else { return nil }
    let hash = found?.hash ?? PasswordHash(matchingNothingAt: cost)
    return try await desk.check(password, against: hash) ? found?.account : nil
  }
}
