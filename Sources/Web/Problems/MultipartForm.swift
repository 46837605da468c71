/// A form that carries files, held in memory: for small ones, such as a logo.
package struct MultipartForm: Hashable, Sendable {
  package let fields: FormFields
  package let files: [File]

  package struct File: Hashable, Sendable {
    /// The form field's name.
    package let name: String
    package let bytes: [UInt8]
  }

  /// The first file of a field, if one was chosen: a browser sends an empty one otherwise.
  package func file(_ name: String) -> File? {
    files.first { $0.name == name && !$0.bytes.isEmpty }
  }

  /// Nil for a body that does not keep to the type's boundary, broken UTF-8 or NUL in a field.
  package init?(_ bytes: [UInt8], contentType: String) {
    guard var scanner = MultipartScanner(contentType: contentType),
      let pieces = try? scanner.take(bytes), scanner.isComplete
    else { return nil }
    var parts: [(name: String, isFile: Bool, bytes: [UInt8])] = []
    for piece in pieces {
      switch piece {
      case .part(let name, let fileName): parts.append((name, fileName != nil, []))
      case .bytes(let bytes): parts[parts.count - 1].bytes += bytes
      }
    }
    var fields: [FormFields.Field] = []
    for part in parts where !part.isFile {
      guard let field = FormFields.Field(name: part.name, bytes: part.bytes) else { return nil }
      fields.append(field)
    }
    self.fields = FormFields(fields)
    files = parts.filter(\.isFile).map { File(name: $0.name, bytes: $0.bytes) }
  }
}

extension FormFields.Field {
  /// Nil for broken UTF-8 or NUL.
  package init?(name: String, bytes: [UInt8]) {
    guard !bytes.contains(0), let value = String(validating: bytes, as: UTF8.self) else {
      return nil
    }
    self.init(name: name, value: value)
  }
}
