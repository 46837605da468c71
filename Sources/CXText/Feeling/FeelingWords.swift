private import Foundation

/// Tells how a writer felt by a list of words that say so in Vietnamese, Persian and English, with
/// what denies or strengthens them: for comments that came without scores. It is cautious, as it
/// knows neither the trade nor what its customers mean.
///
/// - Formula: each opinion counts 1 or 2 either way, a denied one about as much the other way, and
///   a denial without an opinion half against; s is their sum, within ±3. P(positive) = 1/(1 +
///   e^(c − as)), P(negative) = 1/(1 + e^(c + as)), with a and c as they were measured on public
///   comments (`docs/text.md`).
public struct FeelingWords: Sendable {
  /// What a word of the lists does.
  enum Kind: Int, CaseIterable {
    case silent, turning, denying, denyingAfter, strengthening, weakening, good, delightful, bad
    case dreadful
  }

  private let steps: ThemeWords

  /// The words listed.
  public init() { steps = Self.listed }

  private static let listed = ThemeWords(
    themes: Kind.allCases.map { kind in
      let words = FeelingWordLists.all.flatMap { kind.words(of: $0) }
      return Theme(id: "\(kind)", names: [:], words: [.english: words])
    }
  )

  /// The words of the lists that a comment holds, none overlapping another: from each word on the
  /// longest phrase.
  func find(
    in comment: borrowing ReadComment,
    _ touches: inout [ThemeWords.Touch],
    _ found: inout [FeelingWord]
  ) {
    found.removeAll(keepingCapacity: true)
    steps.find(in: comment, &touches)
    for touch in touches {
      guard let kind = Kind(rawValue: touch.theme) else { continue }
      let word = FeelingWord(words: touch.words, kind: kind)
      guard let last = found.last, touch.words.lowerBound < last.words.upperBound else {
        found.append(word)
        continue
      }
      // Of two at the same place and of one length the first kind is meant.
      let isLonger = touch.words.upperBound > last.words.upperBound
      if touch.words.lowerBound == last.words.lowerBound, isLonger { found[found.count - 1] = word }
    }
  }

  /// How likely each feeling is after opinions of a sum.
  static func estimate(_ sum: Double) -> FeelingEstimate {
    let sum = min(3, max(-3, sum))
    let positive = 1 / (1 + exp(caution - slope * sum))
    let negative = 1 / (1 + exp(caution + slope * sum))
    return FeelingEstimate(
      negative: negative,
      neutral: 1 - positive - negative,
      positive: positive
    )
  }

  private static let slope = 1.2
  private static let caution = 0.4
}

/// A word of the lists where it stands.
struct FeelingWord {
  let words: Range<Int>
  let kind: FeelingWords.Kind
}

extension FeelingWords.Kind {
  func words(of lists: FeelingWordLists) -> [String] {
    let list =
      switch self {
      case .silent: lists.silent
      case .turning: lists.turning
      case .denying: lists.denying
      case .denyingAfter: lists.denyingAfter
      case .strengthening: lists.strengthening
      case .weakening: lists.weakening
      case .good: lists.good
      case .delightful: lists.delightful
      case .bad: lists.bad
      case .dreadful: lists.dreadful
      }
    return list.split(separator: ",").map { String($0) }
  }

  /// Nil for a word that is no opinion.
  var worth: Double? {
    switch self {
    case .good: 1
    case .delightful: 2
    case .bad: -1
    case .dreadful: -2
    default: nil
    }
  }
}
