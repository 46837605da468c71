import Kernel
import Web

/// One difference as people read it: what it is about, what it was and what it is.
struct DifferenceLine: Sendable {
  /// The question's words, or the survey itself.
  let about: String
  let text: String
  let was: String?
  let now: String?

  /// - Parameters:
  ///   - old: names questions that are gone.
  ///   - new: names all others.
  static func all(
    _ differences: [VersionDifference],
    from old: SurveyDefinition?,
    to new: SurveyDefinition,
    in language: Language
  ) -> [DifferenceLine] {
    let words = Catalogue.of(language)
    return differences.map { difference in
      let question = difference.question.flatMap { new.question($0) ?? old?.question($0) }
      let about = question?.text.text(in: language, fallback: new.defaultLanguage)
      return DifferenceLine(
        difference,
        about: about ?? difference.question ?? words["versions.survey"],
        fallback: new.defaultLanguage,
        words
      )
    }
  }

  private init(
    _ difference: VersionDifference,
    about: String,
    fallback: Language,
    _ words: Catalogue
  ) {
    self.about = about
    let change = Change(difference.detail, fallback: fallback, words)
    text = change.text
    was = change.was
    now = change.now
  }
}

extension DifferenceLine {
  fileprivate struct Change {
    let text: String
    var was: String?
    var now: String?

    init(_ detail: VersionDifference.Detail, fallback: Language, _ words: Catalogue) {
      func say(_ key: String, _ values: [String: String] = [:]) -> String {
        words.text("versions.\(key)", values)
      }
      func shown(_ text: LocalText) -> String { text.text(in: words.language, fallback: fallback) }
      func names(_ languages: [Language]) -> String {
        languages.map(\.ownName).joined(separator: " · ")
      }
      switch detail {
      case .name(let was, let now): self.init(say("name"), was, now)
      case .languages(let was, let now): self.init(say("languages"), names(was), names(now))
      case .defaultLanguage(let was, let now):
        self.init(say("default"), was.ownName, now.ownName)
      case .closing(let was, let now):
        self.init(say("closing"), was?.description, now?.description)
      case .attribute(let name, _, let now):
        self.init(say(now == nil ? "attribute_gone" : "attribute", ["name": name]))
      case .text(let part, let language, let was, let now):
        self.init(
          say("text", ["part": Self.name(part, words), "language": language.ownName]),
          was,
          now
        )
      case .asked: self.init(say("asked"))
      case .notAsked: self.init(say("not_asked"))
      case .otherPlace: self.init(say("moved"))
      case .kind(let was, let now):
        self.init(say("kind"), words["builder.kind.\(was.name)"], words["builder.kind.\(now.name)"])
      case .required(let isRequired): self.init(say(isRequired ? "required" : "optional"))
      case .takesOther(let takes): self.init(say(takes ? "other" : "no_other"))
      case .wordings: self.init(say("wordings"))
      case .audience: self.init(say("audience"))
      case .choiceKey(let was, let now, _): self.init(say("choice_key"), was, now)
      case .choiceGone(_, let text): self.init(say("choice_gone", ["choice": shown(text)]))
      case .choiceNew(_, let text): self.init(say("choice_new", ["choice": shown(text)]))
      }
    }

    private init(_ text: String, _ was: String? = nil, _ now: String? = nil) {
      self.text = text
      self.was = was
      self.now = now
    }

    private static func name(_ part: VersionDifference.Part, _ words: Catalogue) -> String {
      switch part {
      case .title: words["versions.part.title"]
      case .thanks: words["versions.part.thanks"]
      case .text: words["versions.part.text"]
      case .hint: words["versions.part.hint"]
      case .low: words["versions.part.low"]
      case .high: words["versions.part.high"]
      case .choice: words["versions.part.choice"]
      }
    }
  }
}
