import Kernel
import Mustache
import Web

/// How long things are kept, among the settings; what a change would touch is told before.
struct RetentionPage: Page {
  static let template = MustacheTemplate(embedded: Templates.retention)

  let t: [String: String]
  let csrf: String
  let now: String
  let answers: Choices
  let months: String
  let manners: [Manner]
  let trails: Choices
  let error: String?
  let preview: Preview?

  struct Manner: Sendable {
    let value: String
    let text: String
    let hint: String
    let isChosen: Bool
  }

  /// What would happen, with everything that has to be sent to let it.
  struct Preview: Sendable {
    let sentences: [String]
    let answers: String
    let manner: String
    let trail: String
  }

  /// - Parameter reach: what the form's policy would touch today; nil while nothing was asked.
  init(
    _ form: RetentionForm,
    instead policy: RetentionPolicy,
    reach: RetentionStore.Reach?,
    csrf: String,
    in language: Language
  ) {
    let words = Catalogue.of(language)
    t = words.section("retention")
    self.csrf = csrf
    now = Self.sentence(policy, words)
    answers = Self.choices(form.answers, words)
    months = form.months
    manners = RetentionPolicy.Manner.allCases.map {
      Manner(
        value: $0.rawValue,
        text: words["retention.manner.\($0)"],
        hint: words["retention.manner_\($0)_text"],
        isChosen: $0 == form.manner
      )
    }
    trails = Self.choices(form.trail, words)
    error =
      form.policy == nil
      ? words.text(
        "retention.months_error",
        ["most": NumberText.integer(RetentionPolicy.months.upperBound, in: language)]
      ) : nil
    preview = form.policy.flatMap { wanted in reach.map { Preview(wanted, $0, words) } }
  }

  var title: String { t["title"] ?? "" }

  fileprivate static func span(_ months: Int, _ words: Catalogue) -> String {
    months % 12 == 0
      ? words.plural("retention.years", months / 12) : words.plural("retention.months", months)
  }

  private static func sentence(_ policy: RetentionPolicy, _ words: Catalogue) -> String {
    guard let months = policy.answerMonths else { return words["retention.now_forever"] }
    return words.text("retention.now_\(policy.manner)", ["span": span(months, words)])
  }

  private static func choices(_ chosen: String, _ words: Catalogue) -> Choices {
    let known = RetentionForm.offered.map { (String($0), span($0, words)) }
    let all = [(RetentionForm.forever, words["retention.forever"])] + known
    return Choices(all.map { .init($0.0, $0.1, isChosen: $0.0 == chosen) })
  }
}

extension RetentionPage.Preview {
  fileprivate init(_ policy: RetentionPolicy, _ reach: RetentionStore.Reach, _ words: Catalogue) {
    var sentences: [String] = []
    if let months = policy.answerMonths {
      sentences.append(
        words.plural(
          "retention.touches_\(policy.manner)",
          reach.answers,
          ["span": RetentionPage.span(months, words)]
        )
      )
    } else {
      sentences.append(words["retention.touches_nothing"])
    }
    if policy.trailMonths != nil {
      sentences.append(words.plural("retention.touches_lines", reach.lines))
    }
    self.sentences = sentences
    answers = policy.answerMonths.map(String.init) ?? RetentionForm.forever
    manner = policy.manner.rawValue
    trail = policy.trailMonths.map(String.init) ?? RetentionForm.forever
  }
}
