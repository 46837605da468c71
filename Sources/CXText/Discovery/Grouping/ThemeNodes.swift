/// The phrases from which candidate themes are put together.
struct ThemeNodes {
  /// Said by a larger share of comments, a phrase is what all of them are about.
  private static let shareMax = 0.25
  /// A word of which a longer phrase holds this share of the comments is left to that phrase.
  private static let heldMax = 0.5

  private let index: PhraseIndex
  let phrases: [Int]
  /// Of each phrase, the comments looked at.
  private let said: [[UInt32]]

  init(index: PhraseIndex, comments: [Int], limit: Int) {
    self.index = index
    var isLookedAt = Array(repeating: false, count: index.corpus.count)
    for comment in comments { isLookedAt[comment] = true }
    let all = Double(max(1, comments.count))
    var counts: [Int: Int] = [:]
    for phrase in index.phrases.indices
    where !index.phrases[phrase].isFragment && !index.isVerdict(phrase)
      && !index.isMeasure(phrase)
    {
      let count = index.saying(phrase).count { isLookedAt[Int($0)] }
      if count >= 3, Double(count) <= max(3, Self.shareMax * all) { counts[phrase] = count }
    }
    // Common, yet telling: a longer phrase tells more.
    func worth(_ phrase: Int) -> Double {
      let count = Double(counts[phrase] ?? 0)
      return count * NaturalLogarithm.of(all / count + 1)
        * Double(min(3, index.phrases[phrase].length) + 1)
    }
    let ranked = counts.keys.map { (phrase: $0, worth: worth($0)) }
      .sorted { ($1.worth, $0.phrase) < ($0.worth, $1.phrase) }
    var chosen: [Int] = []
    for (phrase, _) in ranked where chosen.count < limit {
      let words = index.words(of: phrase)
      let isHeld = chosen.contains { other in
        let count = min(counts[other] ?? 0, counts[phrase] ?? 0)
        let (short, long) =
          index.phrases[other].length < words.count
          ? (index.words(of: other), words) : (words, index.words(of: other))
        return Double(count) >= Self.heldMax * Double(max(counts[other] ?? 0, counts[phrase] ?? 0))
          && long.joinedContains(short)
      }
      if !isHeld { chosen.append(phrase) }
    }
    phrases = chosen
    said = chosen.map { phrase in index.saying(phrase).filter { isLookedAt[Int($0)] } }
  }

  /// Whether two of these are different phrases, neither of them a part of the other.
  func hasCompany(_ group: [Int]) -> Bool {
    group.contains { one in
      group.contains { other in
        let (first, second) = (index.words(of: phrases[one]), index.words(of: phrases[other]))
        return !first.joinedContains(second) && !second.joinedContains(first)
          && first.allSatisfy { !second.contains($0) }
      }
    }
  }

  /// The comments that say any of these, ascending.
  func comments(of group: [Int]) -> [UInt32] {
    group.count == 1 ? said[group[0]] : Set(group.flatMap { said[$0] }).sorted()
  }

  func weighted(_ group: [Int], _ affinity: PhraseAffinity) -> [CandidateThemes.WeightedPhrase] {
    let weights = group.map { one in
      let company = group.reduce(0) { $1 == one ? $0 : $0 + affinity[one, $1] }
      return Double(said[one].count) * (0.1 + company / Double(max(1, group.count - 1)))
    }
    let most = weights.max() ?? 1
    return zip(group, weights).sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { place, weight in
      CandidateThemes.WeightedPhrase(
        phrase: phrases[place],
        text: index.text(of: phrases[place]),
        weight: weight / most,
        count: said[place].count
      )
    }
  }
}

extension ArraySlice<UInt32> {
  /// Whether these stand in this order and together among those.
  func joinedContains(_ part: ArraySlice<UInt32>) -> Bool {
    guard count >= part.count else { return false }
    return (startIndex...endIndex - part.count).contains {
      self[$0..<$0 + part.count].elementsEqual(part)
    }
  }
}
