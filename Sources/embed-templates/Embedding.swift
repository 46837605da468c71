import Foundation

/// A text file on its way into the binary, as one `static let` of the generated Swift file.
struct Embedding {
  let path: String
  let isTemplate: Bool

  /// `answer-score.mustache` becomes `answer_score`, `respond.css` becomes `respond_css`.
  let name: String

  /// The text between quotes, every character that could end or bend the literal escaped.
  let literal: String

  init(path: String) throws {
    let file = URL(filePath: path)
    self.path = path
    isTemplate = file.pathExtension == "mustache"
    let shown = isTemplate ? file.deletingPathExtension() : file
    name = Self.identifier(for: shown.lastPathComponent)
    literal = Self.literal(of: try String(contentsOf: file, encoding: .utf8))
  }

  var declaration: String { "  static let \(name) = \(literal)\n" }

  static func identifier(for name: String) -> String {
    let spelt = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    return spelt.first?.isNumber == true ? "_" + spelt : "`\(spelt)`"
  }

  static func literal(of text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": literal += "\\n"
      case "\"", "\\": literal += "\\\(scalar)"
      case _ where isFragile(scalar): literal += "\\u{\(String(scalar.value, radix: 16))}"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }

  /// Control characters, line separators and byte order marks do not survive in Swift source.
  static func isFragile(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: scalar == "\u{FEFF}"
    }
  }
}
