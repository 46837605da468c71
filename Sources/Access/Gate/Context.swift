package import Hummingbird
package import Kernel

/// What is known about a request besides itself, filled in by the gate before a handler runs.
package struct Context: RequestContext {
  package var coreContext: CoreRequestContextStorage

  /// The caller's IP address; nil where there is no socket, as in a test.
  package var remoteAddress: String?

  /// Who is calling; always nil on routes for anyone.
  package var identity: Identity?

  /// The language to answer in: `?lang=`, then the cookie, then the browser's wishes, then the
  /// business's own.
  package var language: Language = .english

  package init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    remoteAddress = source.channel.remoteAddress?.ipAddress
  }

  /// The person signed in; nil for visitors and tokens.
  package var person: Identity.Person? {
    if case .person(let person) = identity { person } else { nil }
  }

  /// The value for a form's hidden field `csrf`; empty for visitors.
  package var csrf: String { person?.csrf ?? "" }
}
