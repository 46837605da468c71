import Hummingbird
import Kernel
import Web

/// What somebody wrote in a form whose session ended before they sent it, on its way through
/// signing in.
///
/// It travels in the pages themselves: nothing of it is stored for strangers.
struct KeptForm: Hashable, Sendable {
  /// Where it was sent, a path of ours.
  let path: String
  let fields: [FormFields.Field]
  let isMultipart: Bool

  /// Whether a file was sent along, which no page can give back.
  let hadFiles: Bool

  /// Nil for what is no form or longer than `Limits.keptFormBytesMax`.
  init?(_ request: Request, _ bytes: [UInt8]) {
    let type = request.headers[.contentType] ?? ""
    isMultipart = type.lowercased().hasPrefix("multipart/form-data")
    let form = isMultipart ? MultipartForm(bytes, contentType: type) : nil
    guard let sent = isMultipart ? form?.fields : FormFields(urlEncoded: bytes) else { return nil }
    fields = sent.fields.filter { $0.name != "csrf" && !$0.name.isEmpty }
    hadFiles = form?.files.contains { !$0.bytes.isEmpty } ?? false
    path = SignInLink(then: request.uri.string).then
    let size = fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
    guard size <= Limits.keptFormBytesMax else { return nil }
  }

  /// As the sign-in page carries it; nil where it carries none.
  init?(carriedBy form: FormFields) {
    guard let path = form["kept_path"] else { return nil }
    self.path = SignInLink(then: path).then
    isMultipart = form["kept_type"] == "multipart"
    hadFiles = form["kept_files"] == "yes"
    fields = form.fields.filter { $0.name.hasPrefix(Self.prefix) }.map {
      FormFields.Field(name: String($0.name.dropFirst(Self.prefix.count)), value: $0.value)
    }
  }

  /// Hidden fields for the sign-in page.
  var carried: [FormFields.Field] {
    [
      FormFields.Field(name: "kept_path", value: path),
      FormFields.Field(name: "kept_type", value: isMultipart ? "multipart" : "plain"),
      FormFields.Field(name: "kept_files", value: hadFiles ? "yes" : ""),
    ] + fields.map { FormFields.Field(name: Self.prefix + $0.name, value: $0.value) }
  }

  private static let prefix = "kept:"
}

extension Limits {
  /// The longest form that survives the end of its session, in bytes.
  package static let keptFormBytesMax = 256 * 1024
}
