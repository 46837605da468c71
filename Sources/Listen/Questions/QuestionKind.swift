package import CXMetrics
import Kernel

/// What a question asks for, which fixes what may be answered and what may be counted.
package enum QuestionKind: Hashable, Sendable {
  /// How likely someone is to recommend us, from 0 through 10.
  case recommend0To10

  /// The same question without a zero; its results never merge with those of 0–10.
  case recommend1To10

  /// How content someone is, from 1 through 5; high is good.
  case satisfaction1To5

  /// Agreement from 1 through 7 that it was made easy; high is good (CES 2.0).
  case effort1To7

  /// A scale of the survey's own, of two through eleven whole points.
  case rating(ClosedRange<Int>)

  case choice
  case choices
  case shortText
  case longText
  case yesNo
}

extension QuestionKind {
  /// The names of the kinds as definitions write them.
  package static let names = [
    "recommend_0_10", "recommend_1_10", "satisfaction_1_5", "effort_1_7", "rating", "choice",
    "choices", "short_text", "long_text", "yes_no",
  ]

  package var name: String {
    switch self {
    case .recommend0To10: "recommend_0_10"
    case .recommend1To10: "recommend_1_10"
    case .satisfaction1To5: "satisfaction_1_5"
    case .effort1To7: "effort_1_7"
    case .rating: "rating"
    case .choice: "choice"
    case .choices: "choices"
    case .shortText: "short_text"
    case .longText: "long_text"
    case .yesNo: "yes_no"
    }
  }

  /// A kind by its name; nil for `rating`, which has no range of its own, and for unknown names.
  init?(name: String) {
    switch name {
    case "recommend_0_10": self = .recommend0To10
    case "recommend_1_10": self = .recommend1To10
    case "satisfaction_1_5": self = .satisfaction1To5
    case "effort_1_7": self = .effort1To7
    case "choice": self = .choice
    case "choices": self = .choices
    case "short_text": self = .shortText
    case "long_text": self = .longText
    case "yes_no": self = .yesNo
    default: return nil
    }
  }

  /// The kind with its range, as one word that a store keeps: `recommend_0_10`, `rating(1,5)`.
  package var storedName: String {
    guard case .rating(let range) = self else { return name }
    return "rating(\(range.lowerBound),\(range.upperBound))"
  }

  /// Reads what `storedName` wrote.
  package init?(storedName: String) {
    guard storedName.hasPrefix("rating("), storedName.hasSuffix(")") else {
      self.init(name: storedName)
      return
    }
    let ends = storedName.dropFirst(7).dropLast().split(separator: ",").compactMap { Int($0) }
    guard ends.count == 2, ends[0] < ends[1] else { return nil }
    self = .rating(ends[0]...ends[1])
  }

  /// The whole numbers a person may give; nil where no number is asked for.
  package var scale: ClosedRange<Int>? {
    switch self {
    case .recommend0To10: 0...10
    case .recommend1To10: 1...10
    case .satisfaction1To5: 1...5
    case .effort1To7: 1...7
    case .rating(let range): range
    case .choice, .choices, .shortText, .longText, .yesNo: nil
    }
  }

  /// The scale of a recommend question, by which people are promoters, passives or detractors.
  package var recommendScale: RecommendScale? {
    switch self {
    case .recommend0To10: .zeroToTen
    case .recommend1To10: .oneToTen
    default: nil
    }
  }

  package var isChoice: Bool { self == .choice || self == .choices }

  package var isText: Bool { self == .shortText || self == .longText }

  /// Whether answers become score facts: every scale does, and yes/no as 1 and 0.
  package var hasPoints: Bool { scale != nil || self == .yesNo }

  /// What is taken off a score so that the lowest of every scale is 0 points, as tallies count.
  package var pointOffset: Int { scale?.lowerBound ?? 0 }

  /// The points a fact may hold for this kind; nil where answers are no scores.
  package var points: ClosedRange<Int>? {
    if self == .yesNo { return 0...1 }
    guard let scale else { return nil }
    return (scale.lowerBound - pointOffset)...(scale.upperBound - pointOffset)
  }

  /// - Units: characters (Unicode scalars).
  package var textCharactersMax: Int {
    self == .longText ? Limits.textCharactersMax : Limits.shortTextCharactersMax
  }

  /// How messages name the kind to the person who writes surveys.
  package var description: String {
    switch self {
    case .recommend0To10: "recommend 0–10"
    case .recommend1To10: "recommend 1–10"
    case .satisfaction1To5: "satisfaction 1–5"
    case .effort1To7: "effort 1–7"
    case .rating(let range): "rating \(range.lowerBound)–\(range.upperBound)"
    case .choice: "one choice"
    case .choices: "several choices"
    case .shortText: "short text"
    case .longText: "long text"
    case .yesNo: "yes or no"
    }
  }
}
