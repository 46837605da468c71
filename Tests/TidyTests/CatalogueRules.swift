import Kernel

/// Every language says everything: the catalogues of one folder have the same keys and gaps.
enum CatalogueRules {
  static let languages = ["en", "fa", "vi"]

  /// Complaints about the `Languages/*.json` files of one folder.
  static func complaints(about catalogues: [HouseFile]) -> [String] {
    var complaints: [String] = []
    var texts: [String: [String: String]] = [:]
    for file in catalogues {
      do {
        texts[file.name] = try read(file)
      } catch {
        complaints.append("\(file.path): \(error)")
      }
    }
    for language in languages where !catalogues.contains(where: { $0.name == language }) {
      complaints.append("\(folder(of: catalogues))/\(language).json is missing; write it")
    }
    let keys = Set(texts.values.flatMap(\.keys)).sorted()
    for (language, catalogue) in texts.sorted(by: { $0.key < $1.key }) {
      let path = "\(folder(of: catalogues))/\(language).json"
      complaints += keys.compactMap { key in
        complaint(about: key, saying: catalogue[key], beside: texts, in: path)
      }
    }
    return complaints
  }

  private static func complaint(
    about key: String,
    saying text: String?,
    beside texts: [String: [String: String]],
    in path: String
  ) -> String? {
    guard let text else { return "\(path): has no “\(key)”; translate it" }
    if text.allSatisfy(\.isWhitespace) { return "\(path): “\(key)” is empty; translate it" }
    guard let english = texts["en"]?[key] else { return nil }
    let found = gaps(in: text)
    if key.hasSuffix(".other"), texts["en"]?[key.dropLast(5) + "one"] != nil, found.isEmpty {
      return "\(path): “\(key)” counts nothing, beside a “.one”; give one of the two another name"
    }
    var expected = gaps(in: english)
    if key.hasSuffix(".one"), let many = texts["en"]?[key.dropLast(3) + "other"] {
      // “One answer” needs no number; Persian's form covers none as well and does.
      expected.formUnion(gaps(in: many))
      if found.isSubset(of: expected) { return nil }
    }
    guard found != expected else { return nil }
    return """
      \(path): “\(key)” has the gaps \(found.sorted()), in English \(expected.sorted()); \
      use the same
      """
  }

  /// The names to be filled in: `{count}`.
  private static func gaps(in text: String) -> Set<String> {
    Set(text.matches(of: #/\{(\w+)\}/#).map { String($0.output.1) })
  }

  private static func folder(of catalogues: [HouseFile]) -> String {
    catalogues.first.map { $0.path.split(separator: "/").dropLast().joined(separator: "/") } ?? ""
  }

  private static func read(_ file: HouseFile) throws -> [String: String] {
    guard let object = try JSON.parse(Array(file.text.utf8)).object else {
      throw NotFlat(what: "holds no object; write {\"key\": \"text\", …}")
    }
    var texts: [String: String] = [:]
    for member in object.members {
      guard let text = member.value.string else {
        throw NotFlat(what: "“\(member.key)” is \(member.value.kind); catalogues are flat texts")
      }
      texts[member.key] = text
    }
    return texts
  }

  struct NotFlat: Error, CustomStringConvertible {
    let what: String
    var description: String { what }
  }
}
