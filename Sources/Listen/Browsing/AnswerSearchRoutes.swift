import Access
import HTTPTypes
import Hummingbird
import Kernel
import Web

/// The list of all answers, for machines: the same filters as the page's, and a cursor.
struct AnswerSearchRoutes: Sendable {
  let store: AnswerListStore
  let scope: AnswerScopeDirectory

  var routes: [Route] { [.get("/api/v1/answers", .may(.readAnswers), list)] }

  private static let cursorField = "after"

  private func list(_ request: Request, _ context: Context) async throws -> Response {
    let fields = try request.queryFields
    var filter = try AnswerListRequest(understood: fields).filter
    // For machines a period ends before its last day, as everywhere in the API.
    filter.to = filter.to.map { $0 + -1 }
    let limit = try request.wholeNumber("limit", default: 100, in: 1...1000)
    let start = try fields[Self.cursorField].map { text in
      guard let position = AnswerPosition(text) else {
        throw Problem.badQuery(Self.cursorField, text)
      }
      return AnswerListRequest.Start.older(position)
    }
    let scope = try await scope.current()
    let found = try await store.answers(of: filter, in: scope, from: start, rows: limit)
    let next: JSON =
      found.hasMore ? found.answers.last.map { .string($0.position.text) } ?? .null : .null
    return JSON.object([
      "answers": .array(found.answers.map { $0.json(in: scope) }), "next": next,
    ]).response(to: request)
  }
}

extension AnswerSummary {
  fileprivate func json(in scope: AnswerScope) -> JSON {
    let known = scope.survey(survey)
    var object: JSONObject = [
      "id": .string(publicID),
      "survey": .string(known?.token ?? ""),
      "state": .string(state.rawValue),
      "flags": .array(flags.names.map(JSON.string)),
      "counted": .bool(state.counts(with: flags)),
      "at": .string(at.description),
      "language": .string(context.language.rawValue),
    ]
    for dimension in AnswerContext.Dimension.allCases {
      if let value = context[dimension] { object[dimension.rawValue] = .string(value) }
    }
    if let points, let kind = known?.lead?.kind {
      object["score"] = .integer(Int64(points + kind.pointOffset))
    }
    if let comment { object["comment"] = .string(comment) }
    return .object(object)
  }
}

extension AnswerListRequest {
  /// A view asked for by a program or a file, which never gives more than was asked for: what the
  /// page would name and leave out is refused.
  init(understood fields: FormFields) throws(Problem) {
    self.init(fields)
    if let fault = faults.first { throw .badQuery(fault.field, fault.text) }
  }
}

extension Problem {
  fileprivate static func badQuery(_ field: String, _ text: String) -> Problem {
    Problem(
      .badRequest,
      code: "bad_query",
      title: "A part of the address does not fit",
      detail: "\(field) “\(text.prefix(40))” does not fit. Mend it in the list first.",
      field: field
    )
  }
}
