import Access
import HTTPTypes
import Hummingbird
import Kernel
import Web

/// Answers over HTTP: anyone gives one, its holder amends it, people who may read and sort them.
struct AnswerRoutes: Sendable {
  let directory: SurveyDirectory
  let recorder: AnswerRecorder
  let answers: AnswerStore
  let clock: BusinessClock

  var routes: [Route] {
    [
      .post("/api/v1/surveys/{token}/responses", .anyone, record),
      .patch("/api/v1/surveys/{token}/responses/{id}", .anyone, amend),
      .get("/api/v1/surveys/{token}/responses", .may(.readAnswers), list),
      .get("/api/v1/surveys/{token}/responses/{id}", .may(.readAnswers), show),
      .put("/api/v1/surveys/{token}/responses/{id}/state", .may(.writeAnswers), setState),
      .put("/api/v1/surveys/{token}/responses/{id}/kept", .may(.writeAnswers), keep),
      .delete("/api/v1/surveys/{token}/responses/{id}/kept", .may(.writeAnswers), leaveOut),
    ]
  }

  private func record(_ request: Request, _ context: Context) async throws -> Response {
    let key = try request.idempotencyKeyText
    let bytes = try await request.bytes()
    let json: JSON
    do throws(JSON.Malformed) { json = try JSON.parse(bytes) } catch {
      throw Problem.malformed(error)
    }
    let token = try context.parameters.require("token")
    guard let survey = try await directory.open(token) else { throw Problem.unknownSurvey }
    let receipt = try await record(
      json,
      to: survey,
      token: token,
      key: key.map { IdempotencyKey(text: $0, body: bytes) }
    )
    return receipt.json.response(to: request, status: .created)
  }

  private func record(
    _ json: JSON,
    to survey: OpenSurvey,
    token: String,
    key: IdempotencyKey?
  ) async throws -> AnswerReceipt {
    do {
      // Memory may say closed while someone reopened it elsewhere: look again before refusing.
      var survey = survey
      if !survey.isOpen(at: clock.now()) {
        guard let again = try await directory.refresh(token), again.isOpen(at: clock.now()) else {
          throw RecordingRefusal.surveyClosed
        }
        survey = again
      }
      let submission = try await submission(json, for: survey, token: token)
      return try await recorder.record(submission.0, to: submission.1, key: key)
    } catch let refusal as RecordingRefusal {
      if refusal == .surveyClosed { try await directory.refresh(token) }
      throw Problem(refusal)
    } catch let refusal as AnswerRefusal {
      throw Problem(refusal)
    }
  }

  /// Reads a submission by the version it names; without one by the version in memory, and when
  /// that does not know it, by the newest.
  private func submission(
    _ json: JSON,
    for survey: OpenSurvey,
    token: String
  ) async throws -> (Submission, OpenSurvey) {
    if let number = Submission.version(askedBy: json), number != survey.version.number,
      let asked = try await directory.open(token, version: number),
      asked.version.number == number
    {
      return (try Submission.parse(json, for: asked.version, received: clock.now()), asked)
    }
    do throws(AnswerRefusal) {
      return (try Submission.parse(json, for: survey.version, received: clock.now()), survey)
    } catch {
      guard let newest = try await directory.refresh(token),
        newest.version.number != survey.version.number
      else { throw error }
      return (try Submission.parse(json, for: newest.version, received: clock.now()), newest)
    }
  }

  private func amend(_ request: Request, _ context: Context) async throws -> Response {
    let token = try context.parameters.require("token")
    let id = try context.parameters.require("id")
    guard let holder = request.bearerToken else { throw Problem.amendTokenMissing }
    guard let body = try await request.json().object else { throw Problem.notAnObject }
    let known = ["answers", "complete", "elapsed_ms", "version", "website"]
    if let unknown = body.keys.first(where: { !known.contains($0) }) {
      throw Problem.unknownMember(unknown, known: known)
    }
    guard let changes = (body["answers"] ?? .object(JSONObject())).object else {
      throw Problem.wrongMember("answers", "an object of answers by question key")
    }
    let isComplete = body["complete"]
    guard isComplete == nil || isComplete?.bool != nil else {
      throw Problem.wrongMember("complete", "true or false")
    }
    do {
      try await answers.amend(
        id,
        of: token,
        with: changes,
        isComplete: isComplete?.bool,
        elapsed: body["elapsed_ms"],
        website: body["website"],
        holder: holder
      )
    } catch let refusal as AnswerStore.Refusal {
      throw Problem(refusal)
    } catch let refusal as AnswerRefusal {
      throw Problem(refusal)
    }
    return JSON.object(["id": .string(id)]).response(to: request)
  }

  private func list(_ request: Request, _ context: Context) async throws -> Response {
    let token = try context.parameters.require("token")
    let after = try request.wholeNumber("after", default: 0, in: 0...Int.max)
    let limit = try request.wholeNumber("limit", default: 100, in: 1...1000)
    guard let page = try await answers.page(of: token, after: Int64(after), limit: limit) else {
      throw Problem.unknownSurvey
    }
    let next: JSON = page.next.map { .integer($0) } ?? .null
    return JSON.object(["responses": .array(page.answers), "next": next]).response(to: request)
  }

  private func show(_ request: Request, _ context: Context) async throws -> Response {
    let token = try context.parameters.require("token")
    let id = try context.parameters.require("id")
    guard let answer = try await answers.answer(id, of: token) else { throw Problem.unknownAnswer }
    return answer.response(to: request)
  }

  private func setState(_ request: Request, _ context: Context) async throws -> Response {
    let names = AnswerState.allCases.map(\.rawValue).joined(separator: ", ")
    guard let name = try await request.json()["state"]?.string,
      let state = AnswerState(rawValue: name)
    else { throw Problem.wrongMember("state", "one of \(names)") }
    return try await change(request, context, state: state, kept: nil)
  }

  private func keep(_ request: Request, _ context: Context) async throws -> Response {
    try await change(request, context, state: nil, kept: true)
  }

  private func leaveOut(_ request: Request, _ context: Context) async throws -> Response {
    try await change(request, context, state: nil, kept: false)
  }

  private func change(
    _ request: Request,
    _ context: Context,
    state: AnswerState?,
    kept: Bool?
  ) async throws -> Response {
    let token = try context.parameters.require("token")
    let id = try context.parameters.require("id")
    guard let identity = context.identity else { throw Problem.forbidden }
    do {
      try await answers.set(id, of: token, state: state, kept: kept, by: identity.actor)
    } catch let refusal as AnswerStore.Refusal {
      throw Problem(refusal)
    }
    return try await show(request, context)
  }
}
