/// How large and how named a file may be: small enough to be read at one sitting.
enum ShapeRules {
  static let columnsMax = 100
  static let functionLinesMax = 50
  static let fileLinesMax = 250

  static func complaints(about file: HouseFile) -> [String] {
    names(of: file) + columns(of: file) + length(of: file) + functions(of: file)
  }

  static func names(of file: HouseFile) -> [String] {
    let empty = #/(Util|Utils|Utilities|Helper|Helpers|Manager|Service|Common|Misc|Extensions)$/#
    guard file.name.contains(empty) else { return [] }
    return ["\(file.path): this name fits anything; name the file after what it holds"]
  }

  static func columns(of file: HouseFile) -> [String] {
    file.lines.enumerated().filter { $0.element.count > columnsMax }.map {
      "\(file.path):\($0.offset + 1): \($0.element.count) columns, at most \(columnsMax); break it"
    }
  }

  static func length(of file: HouseFile) -> [String] {
    let lines = file.text.count { $0 == "\n" }
    guard file.path.hasPrefix("Sources/"), lines > fileLinesMax else { return [] }
    return [
      """
      \(file.path): \(lines) lines, at most \(fileLinesMax); give one of the ideas in it a file \
      of its own
      """
    ]
  }

  static func functions(of file: HouseFile) -> [String] {
    FunctionLengths.all(in: file.code).filter { $0.lines > functionLinesMax }.map {
      """
      \(file.path):\($0.line): \($0.name) has \($0.lines) lines, at most \(functionLinesMax); \
      give a step of it a name
      """
    }
  }
}

/// The functions of a file whose comments and literals are blanked.
struct FunctionLengths {
  let name: String
  let line: Int
  let lines: Int

  static func all(in code: String) -> [FunctionLengths] {
    let declaration = #/\b(?:func\s+(`[^`]*`|[^\s(<]+)|(init|deinit)\b[?!]?(?=\s*[(<{]))/#
    return code.matches(of: declaration).compactMap { match in
      // `.init(…)` and `self.init(…)` are calls.
      guard code[..<match.range.lowerBound].last != ".",
        let end = end(ofBodyAfter: match.range.upperBound, in: code)
      else { return nil }
      let name = match.output.1 ?? match.output.2 ?? ""
      return FunctionLengths(
        name: String(name),
        line: code[..<match.range.lowerBound].count { $0 == "\n" } + 1,
        lines: code[match.range.lowerBound..<end].count { $0 == "\n" } + 1
      )
    }
  }

  /// The brace that closes the body; nil for a requirement, which has none.
  private static func end(ofBodyAfter start: String.Index, in code: String) -> String.Index? {
    var brackets = 0
    var braces = 0
    for index in code.indices[start...] {
      switch code[index] {
      case "(", "[": brackets += 1
      case ")", "]": brackets -= 1
      case "{" where brackets == 0 || braces > 0: braces += 1
      case "}" where braces == 0 && brackets == 0: return nil
      case "}" where braces > 0:
        braces -= 1
        if braces == 0 { return index }
      case "\n" where braces == 0 && brackets == 0:
        if startsAnother(code[code.index(after: index)...]) { return nil }
      default: break
      }
    }
    return nil
  }

  private static func startsAnother(_ rest: Substring) -> Bool {
    let next = #/^\s*(?:@\w+\s+)*(?:(?:static|mutating|package|public|private)\s+)*/#
    let keyword = #/^(?:func|var|let|init|associatedtype|subscript|case|struct|enum)\b/#
    guard let lead = rest.prefixMatch(of: next) else { return false }
    return rest[lead.range.upperBound...].prefixMatch(of: keyword) != nil
  }
}
