import Kernel
import Mustache
import Web

/// The fields about the business, the same when it is set up and when it is changed.
struct BusinessFields: Page {
  static let template = MustacheTemplate(embedded: Templates.business_fields)

  let t: [String: String]
  let name: String
  let languages: [Choice]
  let calendars: [Choice]
  let weekdays: [Choice]
  let likelyZones: [Choice]
  let regions: [Region]
  let accent: String
  let logo: String?
  let nameError: String?
  let zoneError: String?
  let accentError: String?
  let logoError: String?

  struct Choice: Sendable {
    let value: String
    let text: String
    let lang: String?
    let isChosen: Bool
  }

  struct Region: Sendable {
    let name: String
    let zones: [Choice]
  }

  init(_ form: BusinessForm, logo: String?, in language: Language) {
    let words = Catalogue.of(language)
    t = words.section("business")
    name = form.name
    languages = Language.allCases.map {
      Choice(
        value: $0.rawValue,
        text: $0.ownName,
        lang: $0.rawValue,
        isChosen: $0 == form.language
      )
    }
    calendars = BusinessCalendar.System.allCases.map {
      Choice(
        value: $0.rawValue,
        text: words["business.calendar.\($0.rawValue)"],
        lang: nil,
        isChosen: $0 == form.calendar.system
      )
    }
    let weekdays = Set([1, 6, 7, form.calendar.firstWeekday]).sorted()
    self.weekdays = weekdays.map {
      Choice(
        value: "\($0)",
        text: words["weekday.\($0)"],
        lang: nil,
        isChosen: $0 == form.calendar.firstWeekday
      )
    }
    likelyZones = Self.likelyZones(beside: form.zone, words)
    let listed = Set(likelyZones.map(\.value))
    regions = ZoneCatalogue.regions.map { region in
      Region(
        name: words["business.region.\(region.key.lowercased())"],
        zones: region.zones.filter { !listed.contains($0) }.map {
          Choice(value: $0, text: Self.city($0, words), lang: nil, isChosen: false)
        }
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
  private static func likelyZones(beside chosen: String, _ words: Catalogue) -> [Choice] {
    let homes = ["Asia/Ho_Chi_Minh", "Asia/Tehran", "UTC"]
    let chosen = ["GMT", "Etc/UTC"].contains(chosen) ? "UTC" : chosen
    return ([chosen] + homes.filter { $0 != chosen }).map {
      Choice(value: $0, text: city($0, words), lang: nil, isChosen: $0 == chosen)
    }
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
