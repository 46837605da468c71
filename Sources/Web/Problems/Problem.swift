package import HTTPTypes
package import Hummingbird
package import Kernel
import NIOCore

/// Why a request was refused, as RFC 9457 says it: for machines as JSON, for people as a page.
package struct Problem: Error, Hashable, Sendable {
  package let status: HTTPResponse.Status

  /// A stable name that programs may branch on, `off_scale`.
  package let code: String

  /// What kind of trouble this is, in a few words.
  package let title: String

  /// What was wrong here and what to do.
  package let detail: String

  /// The member of the body or the question at fault.
  package let field: String?

  /// Seconds to wait before trying again.
  package let retryAfter: Int?

  package init(
    _ status: HTTPResponse.Status,
    code: String,
    title: String,
    detail: String,
    field: String? = nil,
    retryAfter: Int? = nil
  ) {
    self.status = status
    self.code = code
    self.title = title
    self.detail = detail
    self.field = field
    self.retryAfter = retryAfter
  }

  package var json: JSON {
    var object: JSONObject = [
      "type": "about:blank", "title": .string(title), "status": .integer(Int64(status.code)),
      "detail": .string(detail), "code": .string(code),
    ]
    if let field { object["field"] = .string(field) }
    return .object(object)
  }

  /// The problem in the form that APIs read.
  package var response: Response {
    var headers: HTTPFields = [
      .contentType: "application/problem+json", .cacheControl: "no-store",
    ]
    if let retryAfter { headers[.retryAfter] = String(retryAfter) }
    var bytes: [UInt8] = []
    json.write(into: &bytes)
    return Response(
      status: status,
      headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    )
  }
}

extension Problem: HTTPResponseError {
  package func response(from request: Request, context: some RequestContext) -> Response {
    response
  }
}

extension Problem {
  package static let notFound = Problem(
    .notFound,
    code: "not_found",
    title: "Not found",
    detail: "There is nothing at this address."
  )

  package static func malformed(_ reason: JSON.Malformed) -> Problem {
    Problem(
      reason.isWellFormed ? .unprocessableContent : .badRequest,
      code: reason.isWellFormed ? "refused_json" : "malformed_json",
      title: "The body is not JSON we can take",
      detail: "\(reason). Send one JSON object in UTF-8, each key once, without NUL."
    )
  }

  package static let cutOff = Problem(
    .badRequest,
    code: "body_cut_off",
    title: "The body was cut off",
    detail: "Less came than was announced, or it was not well framed. Send it again, whole."
  )

  package static func tooLarge(bytes limit: Int) -> Problem {
    Problem(
      .contentTooLarge,
      code: "body_too_large",
      title: "The body is too large",
      detail: "A body may hold at most \(limit) bytes (bodyBytesMax). Send less."
    )
  }

  package static let unavailable = Problem(
    .serviceUnavailable,
    code: "store_unavailable",
    title: "Not saved",
    detail: "The store cannot take this now; nothing was saved. Try again in a few seconds.",
    retryAfter: 5
  )
}
