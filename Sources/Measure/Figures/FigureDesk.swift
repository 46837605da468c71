import Facts
import Kernel
import Listen

/// Answers figure questions: finds the questions of a measure, then asks the facts.
struct FigureDesk: Sendable {
  let questions: QuestionStore

  /// The columns with every fact up to one at least; up to the ledger's head when none is named,
  /// which costs one query to the store, whatever is asked then.
  let columns: @Sendable (Int64?) async throws -> FactColumns

  /// The scored questions that a measure takes, in one survey or in all.
  func scored(
    by measure: FigureMeasure,
    survey: String? = nil,
    key: String? = nil
  ) async throws -> [ScoredQuestion] {
    try await questions.scored().filter { question in
      measure.takes(question.kind) && (survey == nil || question.survey == survey)
        && (key == nil || question.key == key)
    }
  }

  /// The figures of an address: its words become numbers here.
  func figures(_ request: FigureRequest) async throws -> Figures {
    let scored = try await scored(by: request.measure, survey: request.survey, key: request.key)
    return try await figures(
      FigureQuestion(
        measure: request.measure,
        questions: scored.map(\.id),
        period: request.period,
        filters: request.filters,
        dimensions: request.dimensions,
        every: request.every,
        calendar: request.calendar,
        confidence: request.confidence
      )
    )
  }

  /// The figures at one state of the ledger.
  func figures(_ question: FigureQuestion, over columns: FactColumns) async throws -> Figures {
    Figures(question, try await columns.tallies(for: question.inquiry))
  }

  func figures(_ question: FigureQuestion) async throws -> Figures {
    try await figures(question, over: try await columns(nil))
  }
}
