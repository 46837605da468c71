import Kernel

@testable import Listen

/// Small surveys of the tests' own.
enum SurveySamples {
  /// One question of each kind, with branching and declared attributes.
  static let everyKind = """
    {"name": "Every kind", "languages": ["en", "vi", "fa"], "default_language": "en",
     "title": {"en": "Your visit", "vi": "Lần ghé thăm", "fa": "بازدید شما"},
     "attributes": {"order_size": "dimension", "order_id": "detail", "product": "dimension"},
     "questions": [
       {"key": "recommend", "kind": "recommend_0_10", "text": {"en": "Recommend?"},
        "required": true},
       {"key": "why", "kind": "long_text", "text": {"en": "Why?"},
        "variants": [
          {"when": {"question": "recommend", "is": ["promoter"]}, "text": {"en": "What is best?"}},
          {"when": {"question": "recommend", "at_most": 3}, "text": {"en": "What is worst?"}}]},
       {"key": "topics", "kind": "choices", "text": {"en": "What?"}, "other": true,
        "choices": [{"key": "price", "text": {"en": "Price"}},
                    {"key": "staff", "text": {"en": "Staff"}}],
        "show_if": {"question": "recommend", "at_most": 6}},
       {"key": "price_of", "kind": "short_text", "text": {"en": "The price of what?"},
        "required": true, "show_if": {"question": "topics", "in": ["price"]}},
       {"key": "ultimate", "kind": "recommend_1_10", "text": {"en": "Recommend, from 1?"}},
       {"key": "content", "kind": "satisfaction_1_5", "text": {"en": "Content?"}},
       {"key": "easy", "kind": "effort_1_7", "text": {"en": "Easy?"}},
       {"key": "speed", "kind": "rating", "min": -5, "max": 5, "text": {"en": "Speed?"}},
       {"key": "heard", "kind": "choice", "text": {"en": "Heard where?"},
        "choices": [{"key": "friend", "text": {"en": "Friend"}},
                    {"key": "street", "text": {"en": "Street"}}]},
       {"key": "back", "kind": "yes_no", "text": {"en": "Back again?"}}]}
    """

  static let version = SurveyVersion(number: 1, definition: definition(everyKind))

  /// A definition known to be good.
  static func definition(_ text: String) -> SurveyDefinition {
    do { return try SurveyDefinition.parse(bytes: Array(text.utf8)) } catch {
      preconditionFailure("\(error)")
    }
  }

  /// A survey of these questions, written as JSON, and nothing special beside them.
  static func text(of questions: String, before: String = "") -> String {
    """
    {"name": "Small", "languages": ["en"], "title": {"en": "Small"}, \(before)
     "questions": [\(questions)]}
    """
  }

  static func version(of questions: String) -> SurveyVersion {
    SurveyVersion(number: 1, definition: definition(text(of: questions)))
  }
}
