import Foundation
import Kernel

/// What the form about the business sends; troubles are the last parts of their messages' keys.
struct BusinessForm: Sendable {
  var name: String
  var language: Language
  var calendar: BusinessCalendar
  var zone: String
  var accent: String
  var nameTrouble: String?
  var zoneTrouble: String?
  var accentTrouble: String?
  var logoTrouble: String?

  /// The form about a business as it is known.
  init(_ business: Business) {
    name = business.name
    language = business.language
    calendar = business.calendar
    zone = business.zone.identifier
    accent = business.accent?.text ?? Self.ownAccent
  }

  /// A first guess for somebody who reads this language, on a machine in this zone.
  ///
  /// A server's clock mostly runs in UTC, which says nothing of where the business is.
  init(guessedFor language: Language, in machine: Business) {
    self.init(machine)
    self.language = language
    let home: TimeZone?
    switch language {
    case .english: (home, calendar) = (nil, .iso)
    case .vietnamese: (home, calendar) = (TimeZone(identifier: "Asia/Ho_Chi_Minh"), .iso)
    case .persian:
      home = TimeZone(identifier: "Asia/Tehran")
      calendar = BusinessCalendar(system: .jalali, firstWeekday: 6)
    }
    if let home, ["GMT", "UTC", "Etc/UTC"].contains(zone) { zone = home.identifier }
  }

  /// - Parameter field: the first value of a field.
  init(_ field: (String) -> String?, instead known: Business) {
    self.init(known)
    name = field("name") ?? ""
    language = field("language").flatMap(Language.init(rawValue:)) ?? known.language
    let weekday = field("first_weekday").flatMap { Int($0) } ?? 0
    calendar = BusinessCalendar(
      system: field("calendar").flatMap(BusinessCalendar.System.init(rawValue:))
        ?? known.calendar.system,
      firstWeekday: (1...7).contains(weekday) ? weekday : known.calendar.firstWeekday
    )
    zone = field("zone") ?? ""
    accent = field("accent") ?? ""
    if PersonName(name) == nil {
      nameTrouble = name.allSatisfy(\.isWhitespace) ? "missing" : "unfit"
    }
    if TimeZone(identifier: zone) == nil || zone.utf8.count > 64 { zoneTrouble = "unknown" }
    if !accent.isEmpty, AccentColour(accent) == nil { accentTrouble = "unknown" }
  }

  var hasTrouble: Bool {
    nameTrouble != nil || zoneTrouble != nil || accentTrouble != nil || logoTrouble != nil
  }

  /// The business as the form says it; nil while there is trouble.
  func business(keeping logo: String?) -> Business? {
    guard !hasTrouble, let name = PersonName(name)?.text, let zone = TimeZone(identifier: zone)
    else { return nil }
    return Business(
      name: name,
      language: language,
      calendar: calendar,
      zone: zone,
      accent: accent == Self.ownAccent ? nil : AccentColour(accent),
      logo: logo
    )
  }

  /// Touchstone's own turquoise, which stands for no colour of the business's own.
  static let ownAccent = "#006b78"
}

/// The places of the world whose clocks a business may go by, by region.
enum ZoneCatalogue {
  struct Region: Sendable {
    let key: String
    let zones: [String]
  }

  static let regions: [Region] = {
    let wanted = [
      "Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific",
    ]
    let known = TimeZone.knownTimeZoneIdentifiers.sorted()
    return wanted.map { region in
      Region(key: region, zones: known.filter { $0.hasPrefix("\(region)/") })
    }
  }()

  /// `America/Argentina/Salta` is Salta.
  static func city(of zone: String) -> String {
    (zone.split(separator: "/").last.map(String.init) ?? zone).replacing("_", with: " ")
  }
}
