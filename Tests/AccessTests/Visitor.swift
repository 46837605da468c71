import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Synchronization
import Testing

/// A browser without scripts: keeps cookies and sends forms.
final class Visitor: Sendable {
  private let client: any TestClientProtocol
  private let jar = Mutex<[String: String]>([:])

  init(_ client: any TestClientProtocol) { self.client = client }

  var cookies: [String: String] { jar.withLock(\.self) }

  func setCookie(_ name: String, _ value: String?) { jar.withLock { $0[name] = value } }

  func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> Answer {
    try await send(path, .get, headers, body: "")
  }

  /// Sends a form as a browser does.
  func post(
    _ path: String,
    _ fields: KeyValuePairs<String, String>,
    _ headers: HTTPFields = [:]
  ) async throws -> Answer {
    let body = fields.map { "\(Self.encoded($0.key))=\(Self.encoded($0.value))" }
      .joined(separator: "&")
    return try await post(path, body: body, headers)
  }

  /// Sends the body of a form as it stands.
  func post(_ path: String, body: String, _ headers: HTTPFields = [:]) async throws -> Answer {
    var headers = headers
    headers[.contentType] = "application/x-www-form-urlencoded"
    return try await send(path, .post, headers, body: body)
  }

  func signIn(_ email: String, _ password: String, stay: Bool = false) async throws -> Answer {
    try await post(
      "/sign-in",
      ["then": "/", "email": email, "password": password, "stay": stay ? "yes" : ""]
    )
  }

  /// The token that this browser's forms carry.
  func csrf() async throws -> String {
    let page = try await get("/account").text
    let field = try #require(page.firstMatch(of: /name="csrf" value="([^"]+)"/))
    return String(field.output.1)
  }

  private func send(
    _ path: String,
    _ method: HTTPRequest.Method,
    _ headers: HTTPFields,
    body: String
  ) async throws -> Answer {
    var headers = headers
    let cookies = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    if !cookies.isEmpty { headers[.cookie] = cookies.joined(separator: "; ") }
    let response = try await client.executeRequest(
      uri: path,
      method: method,
      headers: headers,
      body: ByteBuffer(string: body)
    )
    for line in response.headers[values: .setCookie] { keep(line) }
    return Answer(
      status: response.status,
      headers: response.headers,
      text: String(buffer: response.body)
    )
  }

  private func keep(_ line: String) {
    let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
    setCookie(pair[0], pair.count > 1 && !line.contains("Max-Age=0") ? pair[1] : nil)
  }

  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      byte < 128 && (Character(Unicode.Scalar(byte)).isLetter || byte == 0x2d)
        ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}

/// What came back.
struct Answer: Equatable {
  let status: HTTPResponse.Status
  let headers: HTTPFields
  let text: String

  var location: String? { headers[.location] }
}

extension Response {
  init(text: String) {
    self.init(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
