/// Groups of what is alike, without knowing how many: the two groups most alike on average are
/// joined again and again, until no two are alike enough.
///
/// - Complexity: about the square of the number of elements for each joining; for some hundred.
/// - Source: R. R. Sokal and C. D. Michener, University of Kansas Science Bulletin 38, 1958.
struct AverageLinkage {
  /// Elements ascending in each; in the order of their first elements.
  let groups: [[Int]]

  /// - Parameters:
  ///   - affinity: the likeness of any two elements.
  ///   - least: below which groups are left apart.
  ///   - sizeMax: elements of a group at most.
  init(of affinity: PhraseAffinity, joiningAbove least: Double, sizeMax: Int) {
    let count = affinity.count
    var means = affinity.values
    var members = (0..<count).map { [$0] }
    // Of each group the one most like it, kept up to date so that a joining looks at rows only.
    var nearest = (0..<count).map { Self.nearest(of: $0, in: means, members, sizeMax) }
    while let one = (0..<count).filter({ nearest[$0].value >= least })
      .max(by: { (nearest[$0].value, $1) < (nearest[$1].value, $0) })
    {
      let other = nearest[one].group
      let (first, second) = (Double(members[one].count), Double(members[other].count))
      for group in 0..<count where group != one && group != other && !members[group].isEmpty {
        let mean =
          (means[one * count + group] * first + means[other * count + group] * second)
          / (first + second)
        means[one * count + group] = mean
        means[group * count + one] = mean
      }
      members[one] += members[other]
      members[other] = []
      for group in 0..<count where !members[group].isEmpty {
        if group == one || nearest[group].group == one || nearest[group].group == other {
          nearest[group] = Self.nearest(of: group, in: means, members, sizeMax)
        } else if nearest[group].value < means[group * count + one],
          members[group].count + members[one].count <= sizeMax
        {
          nearest[group] = (one, means[group * count + one])
        }
      }
      nearest[other] = (other, -1)
    }
    groups = members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  private static func nearest(
    of group: Int,
    in means: [Double],
    _ members: [[Int]],
    _ sizeMax: Int
  ) -> (group: Int, value: Double) {
    var best = (group: group, value: -1.0)
    guard !members[group].isEmpty else { return best }
    for other in members.indices where other != group && !members[other].isEmpty {
      let value = means[group * members.count + other]
      if value > best.value, members[group].count + members[other].count <= sizeMax {
        best = (other, value)
      }
    }
    return best
  }
}
