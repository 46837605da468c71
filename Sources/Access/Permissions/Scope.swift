/// What an API token may do, in the words of the command line: `figures:read`.
///
/// No scope manages access: a stolen token makes no further tokens.
package enum Scope: String, CaseIterable, Hashable, Sendable {
  case readFigures = "figures:read"
  case readAnswers = "answers:read"
  case writeAnswers = "answers:write"
  case eraseAnswers = "answers:erase"
  case readSurveys = "surveys:read"
  case writeSurveys = "surveys:write"
  case importData = "data:import"
  case exportData = "data:export"

  package var permissions: Set<Permission> {
    switch self {
    case .readFigures: [.readFigures]
    case .readAnswers: [.readAnswers]
    case .writeAnswers: [.writeAnswers]
    case .eraseAnswers: [.eraseAnswers]
    case .readSurveys: [.readSurveys]
    case .writeSurveys: [.readSurveys, .manageSurveys]
    case .importData: [.importData]
    case .exportData: [.exportData]
    }
  }
}
