import Kernel
import Mustache
import Web

/// One answer: what was said, where it came from, what became of it.
struct AnswerDetailPage: Page {
  static let template = MustacheTemplate(embedded: Templates.answer_detail)

  let t: [String: String]
  let csrf: String
  let title: String
  let lead: String
  let notice: String?
  let list: String
  let newer: String?
  let older: String?
  let chip: ScoreChip?
  let given: [Given]
  let facts: [Fact]
  let tags: [AnswerTag]
  let reasons: [String]
  let hasReasons: Bool
  let counting: String
  let keeping: Keeping?
  let history: [Line]
  let mayHandle: Bool
  let states: [StateButton]
  let action: String
  let back: String
  let erasure: String?
  let personErasure: String?

  struct Given: Sendable {
    let question: String
    let value: String
    let isWords: Bool
    let isMissing: Bool
  }

  struct Fact: Sendable {
    let name: String
    let value: String
  }

  struct Line: Sendable {
    let text: String
    let when: String
    let at: String
  }

  struct StateButton: Sendable {
    let value: String
    let text: String
    let isCurrent: Bool
  }

  /// The choice between counting a flagged answer and leaving it out.
  struct Keeping: Sendable {
    let value: String
    let text: String
  }

  struct Shown: Sendable {
    let detail: AnswerDetail
    let request: AnswerListRequest
    let newer: String?
    let older: String?
    let mayHandle: Bool
    let mayErase: Bool
    let csrf: String
    let notice: String?
  }

  init(_ shown: Shown, _ words: AnswerWords) {
    let detail = shown.detail
    let path = "\(AnswerListRequest.path)/\(detail.publicID)"
    t = words.words.section("answers")
    csrf = shown.csrf
    title = words.moment(detail.at)
    lead = Self.lead(detail, words)
    notice = shown.notice
    list = shown.request.href(with: shown.request.query.isEmpty ? [("all", "yes")] : [])
    newer = shown.newer.map { shown.request.href("\(AnswerListRequest.path)/\($0)") }
    older = shown.older.map { shown.request.href("\(AnswerListRequest.path)/\($0)") }
    chip = detail.chip(words)
    given = detail.given(words)
    facts = detail.facts(words)
    tags = AnswerTag.all(detail.state, detail.flags, words)
    reasons = detail.flags.names.map { words["reason.\($0)"] }
    hasReasons = !reasons.isEmpty
    counting = words[detail.state.counts(with: detail.flags) ? "counted" : "not_counted"]
    let isSuspect = !detail.flags.isDisjoint(with: .spam)
    let isKept = detail.flags.contains(.kept)
    keeping =
      isSuspect && shown.mayHandle
      ? Keeping(value: isKept ? "no" : "yes", text: words[isKept ? "leave_out" : "keep"]) : nil
    history = detail.history(words)
    mayHandle = shown.mayHandle
    states = AnswerState.allCases.filter { $0 != .partial }.map {
      StateButton(value: $0.rawValue, text: words.state($0), isCurrent: $0 == detail.state)
    }
    action = path + "/state"
    back = shown.request.query
    erasure = shown.mayErase ? path + "/erasure" : nil
    personErasure =
      shown.mayErase && !detail.personMarks.isEmpty ? path + PersonErasureRequest.suffix : nil
  }

  private static func lead(_ detail: AnswerDetail, _ words: AnswerWords) -> String {
    let parts =
      [detail.surveyName]
      + [("touchpoint", detail.context.touchpoint), ("channel", detail.context.channel)]
      .compactMap { dimension, value in value.map { words.value($0, of: dimension) } }
    return parts.map { "\u{2068}\($0)\u{2069}" }.joined(separator: " · ")
  }
}

extension AnswerDetail {
  /// The number its sender gave it; nil for one of our own making.
  var sendersID: String? { externalID.flatMap { DerivedID.isDerived($0) ? nil : $0 } }

  fileprivate func chip(_ words: AnswerWords) -> ScoreChip? {
    let lead = version.questions.enumerated().filter { $0.element.kind.leadRank != nil }
      .min {
        ($0.element.kind.leadRank ?? 9, $0.offset) < ($1.element.kind.leadRank ?? 9, $1.offset)
      }
    guard let question = lead?.element, let value = answers[question.key] else { return nil }
    return ScoreChip(value.points(for: question.kind), kind: question.kind, words)
  }

  /// Every question that was asked, in the version's wording; those left open are named too.
  fileprivate func given(_ words: AnswerWords) -> [AnswerDetailPage.Given] {
    let shown = Set(version.shown(given: answers).map(\.key))
    return version.questions.compactMap { question in
      let value = answers[question.key]
      guard value != nil || shown.contains(question.key) else { return nil }
      let isWords = if case .text? = value { true } else { false }
      return AnswerDetailPage.Given(
        question: text(question.wording(given: answers), words),
        value: value.map { self.text(of: $0, question, words) } ?? words["not_answered"],
        isWords: isWords,
        isMissing: value == nil
      )
    }
  }

  private func text(_ text: LocalText, _ words: AnswerWords) -> String {
    text.text(in: words.language, fallback: version.definition.defaultLanguage)
  }

  private func text(
    of value: AnswerValue,
    _ question: Question,
    _ words: AnswerWords
  ) -> String {
    switch value {
    case .text(let text): return text
    case .yesNo(let yes): return words.words[yes ? "respond.yes" : "respond.no"]
    case .score(let score):
      let number = NumberText.integer(score, in: words.language)
      guard let highest = question.kind.scale?.upperBound else { return number }
      return words.words.text(
        "answers.score_of",
        ["score": number, "highest": NumberText.integer(highest, in: words.language)]
      )
    case .choice(let pick): return text(of: pick, question, words)
    case .choices(let picks):
      return picks.map { text(of: $0, question, words) }.joined(separator: " · ")
    }
  }

  private func text(
    of pick: AnswerValue.Pick,
    _ question: Question,
    _ words: AnswerWords
  ) -> String {
    switch pick {
    case .key(let key): question.choices.first { $0.key == key }.map { text($0.text, words) } ?? key
    case .other(""): words["other_choice"]
    case .other(let text): "\(words["other_choice"]): \(text)"
    }
  }

  fileprivate func facts(_ words: AnswerWords) -> [AnswerDetailPage.Fact] {
    var facts: [AnswerDetailPage.Fact] = []
    func add(_ name: String, _ value: String?) {
      if let value { facts.append(.init(name: name, value: value)) }
    }
    add(words["answered"], words.moment(at))
    let isLate = receivedAt.milliseconds - at.milliseconds > 60_000
    add(words["received"], isLate ? words.moment(receivedAt) : nil)
    add(words["elapsed"], elapsed.map { words.duration(milliseconds: $0) })
    add(words["survey"], surveyName)
    let number = NumberText.integer(version.number, in: words.language)
    add(words["version"], number)
    for dimension in AnswerContext.Dimension.allCases {
      let name = dimension.rawValue
      add(words.dimension(name), context[dimension].map { words.value($0, of: name) })
    }
    add(words.dimension("language"), context.language.ownName)
    for attribute in context.attributes { add(attribute.name, attribute.value) }
    add(words["external_id"], sendersID)
    add(words["imported"], importName)
    add(words["kept"], flags.contains(.stripped) ? words["stripped"] : nil)
    return facts
  }

  fileprivate func history(_ words: AnswerWords) -> [AnswerDetailPage.Line] {
    var lines: [(Instant, String)] = [(receivedAt, words["came"])]
    if let amendedAt { lines.append((amendedAt, words["amended"])) }
    for deed in deeds {
      let key = "answers.deed.\(deed.action.split(separator: ".").last ?? "")"
      guard words.words.has(key) else { continue }
      let state = deed.next.map(words.state) ?? ""
      lines.append((deed.at, words.words.text(key, ["name": deed.actor, "state": state])))
    }
    // Within one moment the later line is the newer one.
    return lines.enumerated()
      .sorted { ($0.element.0, $0.offset) > ($1.element.0, $1.offset) }
      .map { .init(text: $1.1, when: words.moment($1.0), at: $1.0.description) }
  }
}

extension AnswerWords {
  /// `40 s` · `3 min 20 s`
  func duration(milliseconds: Int64) -> String {
    let seconds = Int(milliseconds / 1000)
    func number(_ value: Int) -> String { NumberText.integer(value, in: language) }
    return seconds < 60
      ? words.text("answers.seconds", ["s": number(seconds)])
      : words.text("answers.minutes", ["m": number(seconds / 60), "s": number(seconds % 60)])
  }
}
