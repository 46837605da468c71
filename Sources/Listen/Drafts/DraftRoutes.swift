import Access
import HTTPTypes
import Hummingbird
import Kernel
import Web

/// Drafts and versions over the API: what the builder does, revision by revision.
struct DraftRoutes: Sendable {
  let drafts: DraftStore
  let surveys: SurveyStore
  let directory: SurveyDirectory
  let clock: BusinessClock

  var routes: [Route] {
    let path = "/api/v1/surveys/{token}"
    return [
      .get("\(path)/draft", .may(.readSurveys), show),
      .put("\(path)/draft", .may(.manageSurveys), save),
      .put("\(path)/publication", .may(.manageSurveys), publish),
      .get("\(path)/versions", .may(.readSurveys), versions),
    ]
  }

  private func show(_ request: Request, _ context: Context) async throws -> Response {
    let token = try context.parameters.require("token")
    guard let draft = try await drafts.draft(of: token) else { throw Problem.unknownSurvey }
    return draft.json.response(to: request)
  }

  /// `{"revision": 3, "definition": {…}}`: the revision that the change began from.
  private func save(_ request: Request, _ context: Context) async throws -> Response {
    let token = try context.parameters.require("token")
    let json = try await request.json(limit: Limits.surveyBytesMax)
    let base = try Self.revision(in: json)
    let definition: SurveyDefinition
    do throws(DefinitionRefusal) {
      definition = try SurveyDefinition.parse(json["definition"] ?? .null)
    } catch { throw Problem(error) }
    let now = clock.now()
    do {
      let saved = try await drafts.save(
        token,
        from: base,
        by: context.person?.name,
        at: now,
        note: context.note("survey.edited", at: now)
      ) { $0 = definition }
      guard let saved else { throw Problem.unknownSurvey }
      return saved.json.response(to: request)
    } catch let stale as StaleDraft { throw Problem(stale) }
  }

  /// `{"revision": 3}`: the revision that people are to see. Said twice it publishes once.
  private func publish(_ request: Request, _ context: Context) async throws -> Response {
    let token = try context.parameters.require("token")
    let revision = try Self.revision(in: try await request.json())
    let now = clock.now()
    let published: Survey?
    do {
      published = try await drafts.publish(
        token,
        revision: revision,
        at: now,
        note: context.note("survey.published", at: now)
      )
    } catch let stale as StaleDraft {
      throw Problem(stale)
    } catch let refusal as DefinitionRefusal {
      throw Problem(refusal)
    }
    guard let published else { throw Problem.unknownSurvey }
    try await directory.refresh(token)
    return published.json.response(to: request)
  }

  private func versions(_ request: Request, _ context: Context) async throws -> Response {
    let token = try context.parameters.require("token")
    guard let survey = try await surveys.survey(token: token) else { throw Problem.unknownSurvey }
    let versions = try await surveys.versions(of: survey.id).map { published in
      JSON.object([
        "number": .integer(Int64(published.version.number)),
        "published_at": .string(published.publishedAt.description),
        "definition": published.version.definition.json,
      ])
    }
    return JSON.object(["versions": .array(versions)]).response(to: request)
  }

  private static func revision(in json: JSON) throws -> Int {
    guard json.object != nil else { throw Problem.notAnObject }
    guard let revision = json["revision"]?.integer, revision >= 1, revision <= Int32.max else {
      throw Problem.wrongMember("revision", "the draft's revision, a whole number from 1")
    }
    return Int(revision)
  }
}

extension SurveyDraft {
  fileprivate var json: JSON {
    .object([
      "revision": .integer(Int64(revision)),
      "published": .bool(isPublished),
      "author": author.map { .string($0) } ?? .null,
      "saved_at": .string(savedAt.description),
      "problems": .array(problems.map { .string($0.description) }),
      "definition": definition.json,
    ])
  }
}

extension Problem {
  fileprivate init(_ stale: StaleDraft) {
    self.init(
      .conflict,
      code: "stale_draft",
      title: "Somebody changed the draft since",
      detail: "It is at revision \(stale.current.revision) now. Read it, then do it again.",
      field: "revision"
    )
  }
}
