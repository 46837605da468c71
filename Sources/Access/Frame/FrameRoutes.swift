package import HTTPTypes
package import Hummingbird
package import Kernel
package import Web

/// Puts a page of a signed-in person into the house's frame.
package struct Frame: Sendable {
  private let navigation: [NavigationEntry]
  private let business: BusinessDirectory
  private let notice: Notice

  /// The pages of the settings, in their order.
  let tabs: [SettingsTab]

  /// HTML above every page, already escaped; empty for none.
  package typealias Notice = @Sendable (Identity.Person, Language) async throws -> String

  package init(
    navigation: [NavigationEntry],
    business: BusinessDirectory,
    tabs: [SettingsTab] = [],
    notice: @escaping Notice = { _, _ in "" }
  ) {
    self.notice = notice
    self.navigation = navigation.sorted { $0.place < $1.place }
    self.business = business
    self.tabs = tabs
  }

  /// - Parameters:
  ///   - current: the key of the navigation entry that the page belongs to.
  ///   - refresh: seconds after which a browser without scripts asks again; nil for never.
  ///   - body: HTML, already escaped where it has to be.
  package func response(
    _ title: String,
    current: String,
    stylesheets: [Asset] = [],
    scripts: [Asset] = [],
    refresh: Int? = nil,
    body: String,
    to request: Request,
    _ context: Context,
    status: HTTPResponse.Status = .ok,
    headers: HTTPFields = [:]
  ) async throws -> Response {
    guard let person = context.person else { throw Problem.forbidden }
    let business = try await business.current()
    let page = FramePage(
      person,
      of: business,
      navigation: navigation,
      current: current,
      in: context.language,
      body: try await notice(person, context.language) + body
    )
    let house = business.name.isEmpty ? "Touchstone" : business.name
    return Document(
      "\(title) · \(house)",
      in: context.language,
      stylesheets: AccessLook.stylesheets + stylesheets,
      theme: business.theme,
      scripts: scripts,
      refresh: refresh,
      body: page.html
    ).response(to: request, status: status, headers: headers)
  }

  /// What the navigation holds for a person beyond the first four of every day.
  func more(for person: Identity.Person, in context: Context) -> String {
    let entries = FramePage.entries(navigation, for: person, current: "", in: context.language)
    return MorePage(entries.house, for: person, in: context.language).html
  }
}

/// The rest of the navigation as a page of its own, for phones.
struct MoreRoutes: Sendable {
  let frame: Frame

  /// `GET /more`
  func show(_ request: Request, _ context: Context) async throws -> Response {
    guard let person = context.person else { throw Problem.forbidden }
    return try await frame.response(
      Catalogue.of(context.language)["frame.more"],
      current: "more",
      body: frame.more(for: person, in: context),
      to: request,
      context
    )
  }
}
