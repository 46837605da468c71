/// How much phrases keep company: how much more often one comment says both than chance makes it.
///
/// - Formula: normalised pointwise mutual information, log(p₁₂/(p₁ p₂)) / −log p₁₂, −1 through 1,
///   0 where chance explains it; p₁₂ taken at the lower end of what so many comments may mean,
///   (c − √c)/n, so that a few comments prove little. 0 where it is below.
/// - Source: G. Bouma, Proceedings of GSCL, 2009.
struct PhraseAffinity {
  /// Row after row, symmetric.
  private(set) var values: [Double]
  let count: Int

  /// - Parameters:
  ///   - nodes: phrases.
  ///   - comments: those looked at.
  init(of nodes: [Int], in index: PhraseIndex, comments: [Int]) {
    count = nodes.count
    var places: [UInt32: Int] = [:]
    for (place, phrase) in nodes.enumerated() {
      places[UInt32(truncatingIfNeeded: phrase)] = place
    }
    var together = Array(repeating: 0, count: nodes.count * nodes.count)
    for comment in comments {
      let own = index.phrases(in: comment).compactMap { places[$0] }
      for one in own { for other in own { together[one * nodes.count + other] += 1 } }
    }
    let all = Double(max(1, comments.count))
    values = Array(repeating: 0, count: together.count)
    for one in nodes.indices {
      for other in nodes.indices where other != one {
        let both = Double(together[one * nodes.count + other])
        guard both > 1 else { continue }
        let chance = (both - both.squareRoot()) / all
        let apart =
          Double(together[one * nodes.count + one]) / all
          * (Double(together[other * nodes.count + other]) / all)
        guard chance < 1 else { continue }
        let value = NaturalLogarithm.of(chance / apart) / -NaturalLogarithm.of(chance)
        values[one * nodes.count + other] = max(0, value)
      }
    }
  }

  subscript(one: Int, other: Int) -> Double { values[one * count + other] }
}
