package import HTTPTypes
package import Hummingbird
package import Kernel
import NIOCore

extension JSON {
  /// This value as an answer; large ones compressed when the other side takes that.
  package func response(
    to request: Request,
    status: HTTPResponse.Status = .ok,
    headers: HTTPFields = [:]
  ) -> Response {
    var headers = headers
    headers[.contentType] = "application/json"
    if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
    return Response(text: serialized(), to: request, status: status, headers: headers)
  }
}
