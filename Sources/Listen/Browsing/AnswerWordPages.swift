import Foundation
import Kernel
import Web

/// What pages about answers share: words, moments and places in one reader's language.
struct AnswerWords: Sendable {
  let words: Catalogue
  let zone: TimeZone
  let calendar: BusinessCalendar

  init(_ language: Language, zone: TimeZone, calendar: BusinessCalendar) {
    words = Catalogue.of(language)
    self.zone = zone
    self.calendar = calendar
  }

  var language: Language { words.language }

  subscript(key: String) -> String { words["answers.\(key)"] }

  func moment(_ moment: Instant) -> String {
    MomentText.text(moment, in: zone, calendar, in: language)
  }

  func state(_ state: AnswerState) -> String { self["state.\(state.rawValue)"] }

  func flag(_ name: String) -> String { self["flag.\(name)"] }

  func dimension(_ name: String) -> String { words.dimension(name) }

  func value(_ value: String, of dimension: String) -> String { words.value(value, of: dimension) }
}

/// The chip of a score: its number and the shape of its side.
struct ScoreChip: Sendable {
  let score: String

  /// `good`, `bad` or nothing.
  let tone: String

  /// For those who see no shapes.
  let label: String

  init?(_ points: Int?, kind: QuestionKind?, _ words: AnswerWords) {
    guard let points, let kind else { return nil }
    score = NumberText.integer(points + kind.pointOffset, in: words.language)
    let highest = kind.scale.map { NumberText.integer($0.upperBound, in: words.language) } ?? ""
    tone =
      switch kind.band(ofPoints: points) {
      case .good: "good"
      case .bad: "bad"
      case .middle, nil: ""
      }
    label = words.words.text("answers.score_of", ["score": score, "highest": highest])
  }
}

/// A state or flag as a tag.
struct AnswerTag: Sendable {
  let text: String

  /// `good`, `bad`, `acc` or nothing.
  let tone: String

  static func all(_ state: AnswerState, _ flags: AnswerFlag, _ words: AnswerWords) -> [AnswerTag] {
    let tone =
      switch state {
      case .inProgress: "acc"
      case .done: "good"
      case .new, .invalid, .partial: ""
      }
    let flagTags = flags.names.map { name in
      AnswerTag(text: words.flag(name), tone: flags.leavesOut && name != "clock_ahead" ? "bad" : "")
    }
    return [AnswerTag(text: words.state(state), tone: tone)] + flagTags
  }
}
