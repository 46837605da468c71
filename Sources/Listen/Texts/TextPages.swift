import Access
import Kernel
import Mustache
import Web

/// The business's own words for respondents, a language at a time, with ours beside each.
struct TextPage: Page {
  static let template = MustacheTemplate(embedded: Templates.texts)

  let t: [String: String]
  let csrf: String
  let action: String
  let languages: [Tongue]
  let tongue: String
  let direction: String
  let legend: String
  let trouble: String?
  let texts: [Text]

  struct Tongue: Sendable {
    let code: String
    let name: String
    let href: String
    let isCurrent: Bool

    /// How many texts other languages have and this one lacks; nil for none.
    let missing: String?
  }

  struct Text: Sendable {
    let key: String
    let title: String
    let value: String
    let ours: String
    let oursHint: String
    let isOwn: Bool
    let isMissing: Bool
    let error: String?
    let reset: String
  }

  init(
    _ form: TextForm,
    _ language: Language,
    known: BusinessTexts,
    csrf: String,
    in reader: Language
  ) {
    let words = Catalogue.of(reader)
    t = words.section("texts")
    self.csrf = csrf
    action = TextRoutes.path(in: language)
    tongue = language.rawValue
    direction = language.direction
    legend = words.text("texts.legend", ["language": language.ownName])
    trouble = form.hasTrouble ? words["texts.trouble"] : nil
    languages = Language.allCases.map { other in
      let missing = known.missing(in: other).count
      return Tongue(
        code: other.rawValue,
        name: other.ownName,
        href: TextRoutes.path(in: other),
        isCurrent: other == language,
        missing: missing == 0 ? nil : words.plural("texts.missing", missing)
      )
    }
    let missing = known.missing(in: language)
    texts = TextKey.allCases.map { key in
      let ours = Catalogue.of(language)[key.catalogueKey]
      let title = words["texts.key.\(key.rawValue)"]
      let value = form.typed[key] ?? ""
      return Text(
        key: key.rawValue,
        title: title,
        value: value,
        ours: ours,
        oursHint: words["texts.ours"],
        isOwn: !value.isEmpty,
        isMissing: value.isEmpty && missing.contains(key.rawValue),
        error: Self.error(key, form, words),
        reset: words.text("texts.reset_which", ["name": title])
      )
    }
  }

  var title: String { t["title"] ?? "" }

  private static func error(_ key: TextKey, _ form: TextForm, _ words: Catalogue) -> String? {
    func number(_ value: Int) -> String { NumberText.integer(value, in: words.language) }
    if let length = form.tooLong[key] {
      return words.text("texts.too_long", ["n": number(length), "most": number(key.limit)])
    }
    return form.unfit.contains(key) ? words["texts.unfit"] : nil
  }
}

extension BusinessTexts {
  /// What some language says in the business's words and this one does not.
  fileprivate func missing(in language: Language) -> Set<String> {
    own.values.reduce(into: Set<String>()) { $0.formUnion($1.keys) }
      .subtracting(own[language, default: [:]].keys)
  }
}
