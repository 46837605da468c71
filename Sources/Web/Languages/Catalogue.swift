package import Kernel

/// The words of one language, by key.
package struct Catalogue: Sendable {
  package let language: Language
  let texts: [String: String]

  /// The texts below each prefix, found once: pages ask for some of a thousand keys each time.
  private let sections: [String: [String: String]]

  /// The catalogues embedded at build time; a test keeps their keys equal.
  package static func of(_ language: Language) -> Catalogue {
    switch language {
    case .english: english
    case .vietnamese: vietnamese
    case .persian: persian
    }
  }

  private static let english = Catalogue(.english, Assets.en_json)
  private static let vietnamese = Catalogue(.vietnamese, Assets.vi_json)
  private static let persian = Catalogue(.persian, Assets.fa_json)

  init(_ language: Language, _ json: String) {
    self.language = language
    guard let members = try? JSON.parse(json).object?.members else {
      preconditionFailure("the catalogue of \(language.rawValue) is not JSON")
    }
    texts = Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value.string ?? "") })
    sections = Self.sections(of: texts)
  }

  /// The text of a key; an unknown key shows itself, so that it is seen.
  package subscript(_ key: String) -> String { texts[key] ?? key }

  package func has(_ key: String) -> Bool { texts[key] != nil }

  /// The text of a key with `{name}` filled in, in one pass: what is filled in is never read again.
  package func text(_ key: String, _ values: [String: String]) -> String {
    let text = self[key]
    let bytes = text.utf8
    var filled = ""
    var rest = text.startIndex
    while let open = bytes[rest...].firstIndex(of: UInt8(ascii: "{")),
      let close = bytes[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let after = bytes.index(after: close)
      filled += text[rest..<open]
      filled += values[String(text[bytes.index(after: open)..<close])] ?? String(text[open..<after])
      rest = after
    }
    return filled + text[rest...]
  }

  /// The text that fits a count: `answers.one` or `answers.other`, with `{n}` filled in.
  package func plural(_ key: String, _ count: Int, _ values: [String: String] = [:]) -> String {
    let isOne =
      switch language {
      case .english: count == 1
      case .vietnamese: false
      case .persian: count == 0 || count == 1
      }
    let form = isOne && has("\(key).one") ? "\(key).one" : "\(key).other"
    return text(form, values.merging(["n": NumberText.integer(count, in: language)]) { $1 })
  }

  /// All texts below `prefix.`, for templates: `respond.send` is `{{t.send}}` there.
  package func section(_ prefix: String) -> [String: String] { sections[prefix] ?? [:] }

  private static func sections(of texts: [String: String]) -> [String: [String: String]] {
    var sections: [String: [String: String]] = [:]
    for (key, text) in texts {
      let parts = key.split(separator: ".")
      for count in 1..<max(1, parts.count) {
        let prefix = parts.prefix(count).joined(separator: ".")
        sections[prefix, default: [:]][parts.dropFirst(count).joined(separator: "_")] = text
      }
    }
    return sections
  }
}
