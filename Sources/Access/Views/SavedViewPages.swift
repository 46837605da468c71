package import Kernel
package import Mustache
package import Web

/// The part of a page that lists its saved views and saves the one that is shown.
package struct SavedViewList: Page {
  package static let template = MustacheTemplate(embedded: Templates.saved_views)

  /// In an address: show the page as it is, and not the view that is home.
  package static let allField = "all"
  static let savedField = "view_saved"
  static let refusedField = "view_refused"
  static let typedField = "view_name"

  /// The fields of an address that belong to no view.
  package static let passingFields = [allField, savedField, refusedField, typedField, "lang"]

  let t: [String: String]
  let csrf: String
  let page: String
  let all: String
  let isPlain: Bool
  let query: String
  let views: [Line]
  let hasViews: Bool
  let canSave: Bool
  let isOpen: Bool
  let typed: String
  let error: String?
  let notice: String?
  let nameCharactersMax: Int

  struct Line: Sendable {
    let name: String
    let href: String
    let isCurrent: Bool
    let isHome: Bool
    let homeAction: String
    let homeValue: String
    let homeText: String
    let removeAction: String
    let removeLabel: String
  }

  /// - Parameters:
  ///   - query: what the page shows now, percent-encoded, without the fields that pass; empty for
  ///     the page as it is.
  ///   - fields: the address as it was asked for.
  package init(
    _ views: [SavedView],
    on page: SavedView.Page,
    showing query: String,
    askedWith fields: FormFields,
    csrf: String,
    in language: Language
  ) {
    let words = Catalogue.of(language)
    t = words.section("views")
    self.csrf = csrf
    self.page = page.rawValue
    self.query = query
    all = "\(page.path)?\(Self.allField)=yes"
    isPlain = query.isEmpty
    self.views = views.map { Line($0, on: page, isCurrent: $0.query == query, words) }
    hasViews = !views.isEmpty
    canSave = !query.isEmpty && !views.contains { $0.query == query }
    let refusal = fields[Self.refusedField].flatMap(SavedView.Refusal.init)
    error = refusal.map { words["views.\($0.rawValue)"] }
    typed = fields[Self.typedField] ?? ""
    isOpen = refusal != nil
    let saved = fields[Self.savedField].flatMap { Int64($0) }
    notice = views.first { $0.id.rawValue == saved }.map {
      words.text("views.saved", ["name": $0.name])
    }
    nameCharactersMax = Limits.viewNameCharactersMax
  }
}

extension SavedViewList.Line {
  init(_ view: SavedView, on page: SavedView.Page, isCurrent: Bool, _ words: Catalogue) {
    name = view.name
    href = view.href(on: page)
    self.isCurrent = isCurrent
    isHome = view.isHome
    let action = "\(SavedViewRoutes.path)/\(view.id.rawValue)"
    homeAction = action + "/home"
    homeValue = view.isHome ? "no" : "yes"
    homeText = words[view.isHome ? "views.home_unset" : "views.home_set"]
    removeAction = action + "/removal"
    removeLabel = words.text("views.remove_named", ["name": view.name])
  }
}
