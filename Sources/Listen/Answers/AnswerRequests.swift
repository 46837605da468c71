import HTTPTypes
import Hummingbird
import Kernel
import Web

extension Request {
  /// What stands after `Bearer ` in the Authorization header.
  var bearerToken: String? {
    guard let header = headers[.authorization], header.lowercased().hasPrefix("bearer ") else {
      return nil
    }
    let token = header.dropFirst(7).filter { $0 != " " }
    return token.isEmpty ? nil : String(token)
  }

  /// The sender's own name for this submission; nil when none was sent.
  var idempotencyKeyText: String? {
    get throws {
      guard let text = headers[Self.idempotencyKey], !text.isEmpty else { return nil }
      let limit = Limits.idempotencyKeyCharactersMax
      guard text.utf8.count <= limit else {
        throw Problem(
          .unprocessableContent,
          code: "too_long",
          title: "The Idempotency-Key is too long",
          detail: "At most \(limit) characters (idempotencyKeyCharactersMax).",
          field: "Idempotency-Key"
        )
      }
      return text
    }
  }

  private static let idempotencyKey: HTTPField.Name = {
    guard let name = HTTPField.Name("Idempotency-Key") else {
      preconditionFailure("a header's name must be a token")
    }
    return name
  }()

  /// A whole number of the query; a refusal names it and its range.
  func wholeNumber(
    _ name: String,
    default standard: Int,
    in range: ClosedRange<Int>
  ) throws -> Int {
    guard let text = uri.queryParameters[Substring(name)] else { return standard }
    guard let number = Int(text), range.contains(number) else {
      throw Problem(
        .badRequest,
        code: "bad_query",
        title: "A part of the address does not fit",
        detail:
          "\(name) must be a whole number from \(range.lowerBound) through \(range.upperBound).",
        field: name
      )
    }
    return number
  }
}
