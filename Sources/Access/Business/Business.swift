package import Foundation
package import Kernel

/// The business whose house this is: what pages call it, and how it counts days and weeks.
package struct Business: Hashable, Sendable {
  /// As the people who answer know it; empty until somebody has said it.
  package var name: String

  /// The language that pages without a wish are written in.
  package var language: Language
  package var calendar: BusinessCalendar

  /// Where a day begins and ends; a change never moves the days of old answers.
  package var zone: TimeZone

  /// Nil for Touchstone's own turquoise.
  package var accent: AccentColour?

  /// Names the logo's bytes; nil without one.
  package var logo: String?

  /// What each measure should reach, by the measure's address: `nps:0-10`. Set one by one.
  package var goals: [String: Double] = [:]

  /// What its respondents read in the place of our words.
  package var texts: BusinessTexts

  package init(
    name: String = "",
    language: Language = .english,
    calendar: BusinessCalendar = .iso,
    zone: TimeZone = .current,
    accent: AccentColour? = nil,
    logo: String? = nil,
    texts: BusinessTexts = BusinessTexts()
  ) {
    self.name = name
    self.language = language
    self.calendar = calendar
    self.zone = zone
    self.accent = accent
    self.logo = logo
    self.texts = texts
  }
}
