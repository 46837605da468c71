import Kernel
import Mustache
import Web

/// The fields about the business, the same when it is set up and when it is changed.
struct BusinessFields: Page {
  static let template = MustacheTemplate(embedded: Templates.business_fields)

  let t: [String: String]
  let name: String
  let languages: Choices
  let calendars: Choices
  let weekdays: Choices
  let likelyZones: Choices
  let regions: [Region]
  let accent: String
  let logo: String?
  let nameError: String?
  let zoneError: String?
  let accentError: String?
  let logoError: String?

  struct Region: Sendable {
    let name: String
    let zones: Choices
  }

  init(_ form: BusinessForm, logo: String?, in language: Language) {
    let words = Catalogue.of(language)
    t = words.section("business")
    name = form.name
    languages = Choices(
      Language.allCases.map { .init($0.rawValue, $0.ownName, isChosen: $0 == form.language) }
    )
    let calendar = form.calendar
    calendars = Choices(
      BusinessCalendar.System.allCases.map {
        .init($0.rawValue, words["business.calendar.\($0)"], isChosen: $0 == calendar.system)
      }
    )
    weekdays = Choices(
      Set([1, 6, 7, calendar.firstWeekday]).sorted().map {
        .init("\($0)", words["weekday.\($0)"], isChosen: $0 == calendar.firstWeekday)
      }
    )
    let likely = Self.likelyZones(beside: form.zone)
    likelyZones = Choices(
      likely.map { .init($0, Self.city($0, words), isChosen: $0 == likely.first) }
    )
    regions = ZoneCatalogue.regions.map { region in
      Region(
        name: words["business.region.\(region.key.lowercased())"],
        zones: Choices(
          region.zones.filter { !likely.contains($0) }.map {
            .init($0, Self.city($0, words), isChosen: false)
          }
        )
      )
    }
    accent = form.accent
    self.logo = logo
    nameError = form.nameTrouble.map { words["business.name.\($0)"] }
    zoneError = form.zoneTrouble.map { words["business.zone.\($0)"] }
    accentError = form.accentTrouble.map { words["business.accent.\($0)"] }
    logoError = form.logoTrouble.map { words["business.logo.\($0)"] }
  }

  /// What is chosen stands first, then where our languages are at home.
  private static func likelyZones(beside chosen: String) -> [String] {
    let chosen = ["GMT", "Etc/UTC"].contains(chosen) ? "UTC" : chosen
    return [chosen] + ["Asia/Ho_Chi_Minh", "Asia/Tehran", "UTC"].filter { $0 != chosen }
  }

  private static func city(_ zone: String, _ words: Catalogue) -> String {
    let key = "business.city.\(zone.lowercased().replacing("/", with: "_"))"
    return words.has(key) ? words[key] : ZoneCatalogue.city(of: zone)
  }
}

/// The first thing an owner says: what the business is called and how it counts its days.
struct WelcomePage: Page {
  static let template = MustacheTemplate(embedded: Templates.welcome)

  let t: [String: String]
  let csrf: String
  let fields: String
  private let language: Language

  init(_ fields: BusinessFields, csrf: String, in language: Language) {
    t = Catalogue.of(language).section("business")
    self.fields = fields.html
    self.csrf = csrf
    self.language = language
  }

  var document: Document {
    ThresholdPage(t["welcome_title"] ?? "", in: language, at: BusinessRoutes.welcome, form: html)
      .document
  }
}

/// The business among the settings.
struct BusinessPage: Page {
  static let template = MustacheTemplate(embedded: Templates.business)

  let t: [String: String]
  let csrf: String
  let fields: String

  init(_ fields: BusinessFields, csrf: String, in language: Language) {
    t = Catalogue.of(language).section("business")
    self.fields = fields.html
    self.csrf = csrf
  }

  var title: String { t["title"] ?? "" }
}
