import Kernel

/// A fixed text of the respondents' pages that a business may say in its own words.
///
/// The raw value is the last part of the catalogue's key below `respond`.
enum TextKey: String, CaseIterable, Hashable, Sendable {
  case invitation = "card_invitation"
  case privacy
  case savedAsGiven = "as_given"
  case send
  case next
  case skip
  case back
  case thanks
  case thanksText = "thanks_text"
  case closedTitle = "closed_title"
  case closed

  /// In characters.
  var limit: Int {
    switch self {
    case .send, .next, .skip, .back: Limits.buttonTextCharactersMax
    case .thanks, .closedTitle: Limits.surveyNameCharactersMax
    default: Limits.businessTextCharactersMax
    }
  }

  /// What stands there without a word of the business's.
  var catalogueKey: String {
    self == .invitation ? "share.card_invitation" : "respond.\(rawValue)"
  }
}
