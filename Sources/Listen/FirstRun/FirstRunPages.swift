import CXMetrics
import Kernel
import Mustache
import Web

/// The question, the code that leads to it, and the first answer as soon as it is there.
struct FirstRunPage: Page {
  static let template = MustacheTemplate(embedded: Templates.first_run)
  static let styles = Asset("first-run.css", Assets.first_run_css)
  static let script = Asset("first-run.js", Assets.first_run_js)

  let t: [String: String]
  let title: String
  let lead: String
  let isWaiting: Bool
  let question: String
  let questionLanguage: String?
  let questionPath: String
  let answerPath: String
  let link: String
  let shownLink: String
  let localNote: String?
  let code: String
  let codePath: String
  let answer: Arrived?
  let mayInvite: Bool
  let two: String
  let three: String
  let linkIcon = Icon.link.svg
  let downloadIcon = Icon.download.svg
  let peopleIcon = Icon.people.svg

  /// The first answer in words.
  struct Arrived: Sendable {
    let score: String?
    let tone: String
    let meaning: String?
    let words: String?
  }

  init(
    _ definition: SurveyDefinition,
    at link: String,
    token: String,
    answer: FirstAnswer?,
    mayInvite: Bool,
    in language: Language
  ) {
    let words = Catalogue.of(language)
    t = words.section("first")
    isWaiting = answer == nil
    title = words[isWaiting ? "first.title" : "first.arrived_title"]
    lead =
      words[
        isWaiting
          ? "first.lead"
          : answer?.flags.leavesOut == true ? "first.flagged_lead" : "first.arrived_lead"
      ]
    let asked = definition.questions.first?.text
      .shown(in: language, fallback: definition.defaultLanguage)
    question = asked?.text ?? ""
    questionLanguage = asked?.language == language ? nil : asked?.language.rawValue
    questionPath = "/surveys/\(token)/edit"
    answerPath = "/s/\(token)?lang=\(language.rawValue)"
    self.link = link
    shownLink = String(link.drop { $0 != "/" }.drop { $0 == "/" })
    localNote = Self.loopback(link).map { words.text("first.local", ["host": $0]) }
    code = QRCode.svg(of: link, title: words["first.qr"]) ?? ""
    codePath = "\(FirstRunRoutes.path)/code.svg"
    self.answer = answer.map { Arrived($0, words) }
    self.mayInvite = mayInvite
    two = NumberText.integer(2, in: language)
    three = NumberText.integer(3, in: language)
  }

  /// The host of a link that leads no farther than this machine.
  private static func loopback(_ link: String) -> String? {
    let authority = link.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "/" }
    let host =
      authority.hasPrefix("[")
      ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
    return host.hasPrefix("127.") || host == "localhost" || host == "[::1]" ? String(host) : nil
  }
}

extension FirstRunPage.Arrived {
  init(_ answer: FirstAnswer, _ words: Catalogue) {
    score = answer.score.map { NumberText.integer($0, in: words.language) }
    let group = answer.score.flatMap { answer.kind?.recommendScale?.group(of: $0) }
    switch group {
    case .promoter: (tone, meaning) = ("good", words["first.promoter"])
    case .passive: (tone, meaning) = ("", words["first.passive"])
    case .detractor: (tone, meaning) = ("bad", words["first.detractor"])
    case nil: (tone, meaning) = ("", nil)
    }
    self.words = answer.words
  }
}
