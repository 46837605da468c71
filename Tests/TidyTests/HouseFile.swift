import Foundation

/// One file of the house as the tidy rules see it.
struct HouseFile: Sendable {
  /// Relative to the root of the checkout: `Sources/Listen/Answers/AnswerStore.swift`.
  let path: String
  let text: String

  /// The code alone: comments and the insides of literals are blanked, lines stay where they are.
  let code: String

  init(path: String, text: String) {
    self.path = path
    self.text = text
    code = path.hasSuffix(".swift") ? SwiftCode.blanked(text) : text
  }

  /// `AnswerStore.swift` is named `AnswerStore`, `README.md` is named `README`.
  var name: String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return last.split(separator: ".").first.map(String.init) ?? last
  }

  /// `Sources/Listen/Answers/AnswerStore.swift` belongs to `Listen`.
  var target: String? {
    let parts = path.split(separator: "/")
    return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
  }

  /// The word that names a file's layer: `Store` of `AnswerStore`.
  var lastWord: String {
    guard let start = name.lastIndex(where: \.isUppercase) else { return name }
    return String(name[start...])
  }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The modules named by the file's import declarations, in their order.
  var imports: [String] {
    let declaration =
      #/
      ^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?
      import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)
      /#.anchorsMatchLineEndings()
    return code.matches(of: declaration).map { String($0.output.1) }
  }

  /// “path:line” of a place in `code`.
  func place(of index: String.Index) -> String {
    "\(path):\(code[..<index].count { $0 == "\n" } + 1)"
  }
}
