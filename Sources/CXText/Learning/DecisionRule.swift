/// How labels follow from probabilities, as did best on comments not learned from.
struct DecisionRule: Hashable {
  /// Where a comment may have many labels, it has those from this probability on.
  var threshold = 0.5

  /// Whether a comment that may have many labels, and reaches the threshold with none, has its
  /// likeliest.
  var givesLikeliest = false

  /// As places in the list.
  func labels(of probabilities: [Double], _ labelling: LabelledComments.Labelling) -> [Int] {
    guard labelling == .many else {
      return likeliest(of: probabilities)
    }
    let given = probabilities.indices.filter { probabilities[$0] >= threshold }
    guard given.isEmpty, givesLikeliest else { return given }
    return likeliest(of: probabilities)
  }

  private func likeliest(of probabilities: [Double]) -> [Int] {
    probabilities.indices.max { probabilities[$0] < probabilities[$1] }.map { [$0] } ?? []
  }

  /// The threshold with the best micro F1, to a hundredth, and whether the likeliest label should
  /// be given where none reaches it.
  mutating func chooseThreshold(_ probabilities: [[Double]], _ places: [[Int]]) {
    var (hits, alarms) = (Array(repeating: 0, count: 101), Array(repeating: 0, count: 101))
    // What comments with no likelier label add, by the bin of their likeliest.
    var (likeliestHits, likeliestAlarms) = (hits, alarms)
    for (row, labels) in places.enumerated() {
      var best = (bin: -1, probability: -1.0, isHit: false)
      for (label, probability) in probabilities[row].enumerated() {
        let bin = min(100, max(0, Int(100 * probability)))
        let isHit = labels.contains(label)
        if isHit { hits[bin] += 1 } else { alarms[bin] += 1 }
        if probability > best.probability { best = (bin, probability, isHit) }
      }
      guard best.bin >= 0 else { continue }
      if best.isHit { likeliestHits[best.bin] += 1 } else { likeliestAlarms[best.bin] += 1 }
    }
    let wanted = places.reduce(0) { $0 + $1.count }
    var (plain, filled) = (BestBin(), BestBin())
    var (hit, alarm) = (hits[100], alarms[100])
    var (moreHits, moreAlarms) = (
      likeliestHits.dropLast().reduce(0, +), likeliestAlarms.dropLast().reduce(0, +)
    )
    for bin in stride(from: 99, through: 1, by: -1) {
      hit += hits[bin]
      alarm += alarms[bin]
      moreHits -= likeliestHits[bin]
      moreAlarms -= likeliestAlarms[bin]
      plain.take(bin, hit, hit + alarm + wanted)
      filled.take(bin, hit + moreHits, hit + moreHits + alarm + moreAlarms + wanted)
    }
    givesLikeliest = filled.f1 > plain.f1
    let best = givesLikeliest ? filled : plain
    threshold = best.f1 > 0 ? Double(best.bin) / 100 : 0.5
  }
}

/// The bin with the best F1.
private struct BestBin {
  private(set) var (bin, f1) = (0, 0.0)
  private var worth = 0.0

  /// What F1 has to gain by a threshold that is 1 further from ½: no more than a few comments
  /// should move it.
  private static let costOfDistance = 0.01

  mutating func take(_ bin: Int, _ hits: Int, _ sum: Int) {
    let f1 = 2 * Double(hits) / Double(max(1, sum))
    let worth = f1 - Self.costOfDistance * abs(Double(bin) / 100 - 0.5)
    if f1 > 0, worth > self.worth { (self.bin, self.f1, self.worth) = (bin, f1, worth) }
  }
}
