import Kernel

@testable import Listen

/// Bodies and forms read against `SurveySamples.version`, at a fixed moment.
enum SubmissionSamples {
  static let received = Instant(milliseconds: 1_795_392_000_000)

  /// What a body gives: a submission, or the faults that refuse it.
  static func read(
    _ body: String,
    for version: SurveyVersion = SurveySamples.version,
    amending earlier: [Answer] = []
  ) throws -> Result<Submission, AnswerRefusal> {
    let json = try JSON.parse(body)
    return Result { () throws(AnswerRefusal) in
      try Submission.parse(json, for: version, received: received, amending: earlier)
    }
  }

  /// The first fault of answers given to an otherwise unanswered, unfinished survey.
  static func fault(_ answers: String) throws -> String? {
    faults(try read(#"{"complete": false, "answers": \#(answers)}"#)).first
  }

  static func faults(_ result: Result<Submission, AnswerRefusal>) -> [String] {
    guard case .failure(let refusal) = result else { return [] }
    return refusal.faults.map { "\($0.code.rawValue) \($0)" }
  }

  static func form(
    _ fields: [(String, String)],
    for version: SurveyVersion = SurveySamples.version
  ) -> Result<Submission, AnswerRefusal> {
    let fields = fields.map { FormField(name: $0.0, value: $0.1) }
    return Result { () throws(AnswerRefusal) in
      try Submission.parse(form: fields, for: version, received: received)
    }
  }
}
