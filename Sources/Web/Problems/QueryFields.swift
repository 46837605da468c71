package import Hummingbird

extension Request {
  /// The fields of the address after `?`, strictly decoded.
  package var queryFields: FormFields {
    get throws {
      guard let fields = FormFields(urlEncoded: Array((uri.query ?? "").utf8)) else {
        throw Problem(
          .badRequest,
          code: "bad_query",
          title: "The address could not be read",
          detail: "What follows the ? must be UTF-8, percent-encoded, without NUL."
        )
      }
      return fields
    }
  }
}
