package import Kernel

extension Limits {
  /// A person's or token's name, in characters.
  package static let nameCharactersMax = 200

  /// A password's shortest length, in characters.
  package static let passwordCharactersMin = 10

  /// A password's longest length, in bytes of UTF-8.
  package static let passwordBytesMax = 1_024

  /// Passwords checked at once: each takes 32 MB and a core.
  package static let passwordChecksAtOnceMax = 2

  /// Passwords that may wait to be checked; more are refused with 503.
  package static let passwordChecksWaitingMax = 32

  /// How long a set-up link works.
  package static let setUpLinkAge: Duration = .seconds(86_400)

  /// How often a session's or token's last use is written down.
  package static let lastSeenInterval: Duration = .seconds(60)
}
