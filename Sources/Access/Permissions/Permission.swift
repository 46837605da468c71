/// One thing that a person or a program may be allowed to do; routes ask for these, never roles.
package enum Permission: String, CaseIterable, Hashable, Sendable {
  /// See scores, trends and other figures.
  case readFigures

  /// See single answers, with the words in them.
  case readAnswers

  /// Put answers in on others' behalf, correct them, count them in or leave them out.
  case writeAnswers

  /// Erase what a person said, for good.
  case eraseAnswers

  /// See surveys with their questions and links.
  case readSurveys

  /// Make, change, publish and close surveys.
  case manageSurveys

  /// Bring the past in from files, and take an import back.
  case importData

  /// Take data out as files.
  case exportData

  /// Say what the business is called, how it looks and counts, and how long words are kept.
  case manageBusiness

  /// Add and remove people and API tokens.
  case manageAccess

  /// See who did what.
  case readAuditTrail
}
