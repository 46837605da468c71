import HTTPTypes
import Hummingbird
import Kernel
package import Storage
package import Web

/// The front door of access: who may come in, by what, and what is written down about it.
package struct Access: Sendable {
  package static let migrations =
    AccountStore.migrations + SessionStore.migrations + TokenStore.migrations
    + SetUpStore.migrations + ThrottleStore.migrations + AuditStore.migrations
    + BusinessStore.migrations + SavedViewStore.migrations

  package static let assets: [Asset] = AccessLook.stylesheets

  package let gate: Gate
  package let routes: [Route]
  package let frame: Frame
  private let setUp: SetUpStore
  private let now: @Sendable () -> Instant

  /// - Parameters:
  ///   - navigation: what the capabilities offer.
  ///   - notice: what stands above every page.
  package init(
    storage: Storage,
    business: BusinessDirectory,
    navigation: [NavigationEntry] = [],
    notice: @escaping Frame.Notice = { _, _ in "" },
    settings: AccessSettings = AccessSettings()
  ) {
    frame = Frame(navigation: navigation, business: business, notice: notice)
    let rooms = Self.rooms(storage, settings, frame)
    let signIn = SignInRoutes(rooms: rooms)
    let setUpRoutes = SetUpRoutes(rooms: rooms)
    let account = AccountRoutes(rooms: rooms)
    gate = Gate(
      ownOrigin: rooms.ownOrigin,
      ownLanguage: { business.remembered.language },
      identify: rooms.identity(of:in:)
    )
    setUp = rooms.setUp
    now = settings.now
    routes =
      [
        .get("/theme.css", .anyone, ThemeRoutes(business: business).show),
        .get("/more", .signedIn, MoreRoutes(frame: frame).show),
        .get(SignInLink.path, .visitor, signIn.show),
        .post(SignInLink.path, .visitor, signIn.signIn),
        .post("/sign-out", .signedIn, signIn.signOut),
        .get("/setup/{token}", .visitor, setUpRoutes.show),
        .post("/setup/{token}", .visitor, setUpRoutes.create),
        .get("/account", .signedIn, account.show),
        .post("/account/password", .signedIn, account.changePassword),
        .post("/account/sessions/{session}/ending", .signedIn, account.endSession),
        .post("/account/other-sessions/ending", .signedIn, account.endOtherSessions),
      ] + SavedViewRoutes(views: SavedViewStore(storage: storage), now: settings.now).routes
  }

  /// The path of a new link that creates the owner, in the place of any earlier one; nil once there
  /// is an owner. It is shown this once and works for `Limits.setUpLinkAge`.
  package func setUpLink() async throws -> String? {
    let secret = Secret.random(byteCount: 16)
    let expiry = now() + Limits.setUpLinkAge
    return try await setUp.replaceLink(with: secret, expiring: expiry)
      ? "/setup/\(secret.text)" : nil
  }

  private static func rooms(
    _ storage: Storage,
    _ settings: AccessSettings,
    _ frame: Frame
  ) -> AccessRooms {
    let accounts = AccountStore(storage: storage)
    let sessions = SessionStore(storage: storage)
    let desk = PasswordDesk()
    let ownOrigin = OwnOrigin(publicURL: settings.publicURL)
    return AccessRooms(
      frame: frame,
      accounts: accounts,
      sessions: sessions,
      setUp: SetUpStore(storage: storage),
      credentials: CredentialCheck(
        accounts: accounts,
        throttle: ThrottleStore(storage: storage),
        desk: desk,
        cost: settings.cost,
        now: settings.now
      ),
      identities: IdentityStore(
        sessions: sessions,
        tokens: TokenStore(storage: storage),
        now: settings.now
      ),
      desk: desk,
      cost: settings.cost,
      now: settings.now,
      ownOrigin: ownOrigin,
      cookie: SessionCookie(isSecure: ownOrigin.isSecure),
      trustsForwardedFor: settings.trustsForwardedFor
    )
  }
}
