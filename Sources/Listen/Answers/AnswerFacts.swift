import Facts
import Kernel

/// Which facts an answer stands for: one signed fact a score, with where and how it was given.
enum AnswerFacts {
  static func facts(of answer: PendingAnswer, response: Int64) -> [NewFact] {
    let dimensions = dimensions(of: answer.submission.context)
    return answer.submission.scores.compactMap { score in
      guard let question = answer.survey.questions[score.question] else { return nil }
      return NewFact(
        question: question,
        version: Int64(answer.survey.version.number),
        day: answer.day,
        points: score.points,
        sign: 1,
        dimensions: dimensions,
        response: response
      )
    }
  }

  /// The dimensions of a context as facts name them; details stay out of figures.
  static func dimensions(of context: AnswerContext) -> [(dimension: String, value: String)] {
    var dimensions: [(dimension: String, value: String)] = []
    for dimension in AnswerContext.Dimension.allCases {
      if let value = context[dimension] { dimensions.append((dimension.rawValue, value)) }
    }
    dimensions.append(("language", context.language.rawValue))
    for attribute in context.attributes where attribute.role == .dimension {
      dimensions.append((attribute.name, attribute.value))
    }
    return dimensions
  }
}
