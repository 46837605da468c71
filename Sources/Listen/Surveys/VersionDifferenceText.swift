import Kernel

/// Differences as programs and command lines print them, in English.
extension VersionDifference: CustomStringConvertible {
  /// `why: text in en was “Why?”, is “What happened?”`
  package var description: String { question.map { "\($0): \(line)" } ?? line }

  private var line: String {
    switch detail {
    case .name(let was, let now): "name was “\(was)”, is “\(now)”"
    case .languages(let was, let now): "languages were \(codes(was)), are \(codes(now))"
    case .defaultLanguage(let was, let now):
      "default language was \(was.rawValue), is \(now.rawValue)"
    case .closing(let was, let now):
      "closing was \(was?.description ?? "never"), is \(now?.description ?? "never")"
    case .attribute(let name, let was, let now): attribute(name, was, now)
    case .text(let part, let language, let was, let now):
      text("\(part) in \(language.rawValue)", was, now)
    case .asked(let text): "is new: “\(first(of: text))”"
    case .notAsked: "is no longer asked"
    case .otherPlace: "is asked at another place"
    case .kind(let was, let now): "was \(was.description), is \(now.description)"
    case .required(let isRequired): isRequired ? "must be answered now" : "may be skipped now"
    case .takesOther(let takesOther):
      takesOther ? "takes other answers now" : "takes its choices only now"
    case .wordings: "wording by earlier answers differs"
    case .audience: "is shown to other people than before"
    case .choiceKey(let was, let now, _):
      "choice \(was) is called \(now) now: results will not merge"
    case .choiceGone(let key, _): "choice \(key) is gone"
    case .choiceNew(let key, _): "choice \(key) is new"
    }
  }

  private func attribute(_ name: String, _ was: AttributeRole?, _ now: AttributeRole?) -> String {
    switch (was, now) {
    case (let was?, let now?):
      "attribute \(name) was a \(was.rawValue), is a \(now.rawValue)"
    case (_?, nil): "attribute \(name) is gone"
    default: "attribute \(name) is new"
    }
  }

  private func text(_ name: String, _ was: String?, _ now: String?) -> String {
    switch (was, now) {
    case (let was?, let now?): "\(name) was “\(was)”, is “\(now)”"
    case (nil, let now?): "\(name) is new: “\(now)”"
    default: "\(name) is gone"
    }
  }

  private func codes(_ languages: [Language]) -> String {
    languages.map(\.rawValue).joined(separator: ", ")
  }

  private func first(of text: LocalText) -> String {
    text.languages.first.flatMap { text[$0] } ?? ""
  }
}

extension VersionDifference.Part: CustomStringConvertible {
  package var description: String {
    switch self {
    case .title: "title"
    case .thanks: "thanks"
    case .text: "text"
    case .hint: "hint"
    case .low: "low label"
    case .high: "high label"
    case .choice(let key): "choice \(key)"
    }
  }
}
