import CXMetrics
import Facts
import Kernel
import Listen

/// Finds what each survey's leading question says, over all its answers.
struct SurveyScoreDesk: Sendable {
  let desk: FigureDesk

  /// Two queries to the store, whatever the number of surveys; each score reads the columns of its
  /// own question alone.
  func scores(in language: Language) async throws -> [String: SurveyScore] {
    let leads = try await desk.questions.scored().leads
    guard !leads.isEmpty else { return [:] }
    let columns = try await desk.columns(nil)
    var scores: [String: SurveyScore] = [:]
    for (survey, question) in leads {
      guard let measure = FigureMeasure(leadingIn: question.kind) else { continue }
      let asked = FigureQuestion(measure: measure, questions: [question.id])
      let figures = try await desk.figures(asked, over: columns)
      if let estimate = figures.estimate(of: figures.overall) {
        scores[survey] = SurveyScore(estimate, of: question, measure, in: language)
      }
    }
    return scores
  }
}

extension FigureMeasure {
  /// The measure of a question that stands for its survey; nil where answers are no scores.
  init?(leadingIn kind: QuestionKind) {
    if let scale = kind.recommendScale {
      self = .netPromoterScore(scale)
    } else if kind == .satisfaction1To5 {
      self = .satisfaction(.satisfaction)
    } else if kind == .effort1To7 {
      self = .effort
    } else if let scale = kind.scoreScale {
      self = .mean(scale)
    } else {
      return nil
    }
  }
}
