/// A form that carries files: `multipart/form-data` as RFC 7578 has it, held in memory.
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
    guard let boundary = Self.parameter("boundary", of: contentType), !boundary.isEmpty,
      boundary.utf8.count <= 70
    else { return nil }
    var reader = Reader(bytes: bytes, delimiter: Array("\r\n--\(boundary)".utf8))
    var fields: [FormFields.Field] = []
    var files: [File] = []
    guard reader.enter(boundary) else { return nil }
    while let part = reader.next() {
      guard let name = part.name else { return nil }
      if part.isFile {
        files.append(File(name: name, bytes: Array(part.body)))
      } else {
        guard !part.body.contains(0), let value = String(validating: part.body, as: UTF8.self)
        else { return nil }
        fields.append(FormFields.Field(name: name, value: value))
      }
    }
    guard reader.isComplete else { return nil }
    self.fields = FormFields(fields)
    self.files = files
  }

  /// `boundary=x` or `name="x"` among a header's parameters.
  fileprivate static func parameter(_ name: String, of header: String) -> String? {
    for part in header.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " } }
      guard pair.count == 2, pair[0].lowercased() == name else { continue }
      let quoted = part.drop { $0 != "=" }.dropFirst()
      return String(quoted.drop { $0 == " " }.trimmingQuotes)
    }
    return nil
  }

  /// Walks from one delimiter to the next.
  private struct Reader {
    let bytes: [UInt8]
    let delimiter: [UInt8]
    var position = 0
    var isComplete = false

    init(bytes: [UInt8], delimiter: [UInt8]) {
      self.bytes = bytes
      self.delimiter = delimiter
    }

    struct Part {
      let name: String?
      let isFile: Bool
      let body: ArraySlice<UInt8>
    }

    /// The first delimiter has no line end before it.
    mutating func enter(_ boundary: String) -> Bool {
      let first = Array("--\(boundary)".utf8)
      guard bytes.starts(with: first) else { return false }
      position = first.count
      return true
    }

    mutating func next() -> Part? {
      if bytes[position...].starts(with: Array("--".utf8)) {
        isComplete = true
        return nil
      }
      let line = Array("\r\n".utf8)
      let blank = Array("\r\n\r\n".utf8)
      guard bytes[position...].starts(with: line),
        let head = find(blank, from: position),
        let end = find(delimiter, from: head + 2)
      else { return nil }
      // A part without a body has its delimiter's line end right behind the blank line.
      let body = min(head + blank.count, end)
      defer { position = end + delimiter.count }
      let text = String(validating: bytes[position..<head], as: UTF8.self) ?? ""
      let disposition = text.split(separator: "\r\n").first {
        $0.lowercased().hasPrefix("content-disposition:")
      }
      return Part(
        name: disposition.flatMap { MultipartForm.parameter("name", of: String($0)) },
        isFile: disposition.flatMap { MultipartForm.parameter("filename", of: String($0)) } != nil,
        body: bytes[body..<end]
      )
    }

    private func find(_ pattern: [UInt8], from start: Int) -> Int? {
      guard let first = pattern.first, start >= 0 else { return nil }
      var index = start
      while index + pattern.count <= bytes.count {
        guard let hit = bytes[index...].firstIndex(of: first), hit + pattern.count <= bytes.count
        else { return nil }
        if bytes[hit..<(hit + pattern.count)].elementsEqual(pattern) { return hit }
        index = hit + 1
      }
      return nil
    }
  }
}

extension Substring {
  fileprivate var trimmingQuotes: Substring {
    hasPrefix("\"") && hasSuffix("\"") && count >= 2 ? dropFirst().dropLast() : self
  }
}
