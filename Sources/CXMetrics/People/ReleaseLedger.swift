/// Everything published for one question and wave, asked before something more is.
///
/// - Complexity: the members of all groups once, and pairs of groups around and beside the query.
public struct ReleaseLedger<Member: Hashable & Sendable>: Sendable {
  private var releases: [(name: String, members: Set<Member>)] = []
  private let groupMin: Int

  /// - Parameters:
  ///   - groupMin: the smallest group that may be found out, at least 1; k in the literature.
  /// - Throws: `invalidInput` for a minimum below 1.
  public init(
    groupMin: Int = EmployeeNetPromoterScore.groupMinUsual
  ) throws(MetricRefusal) {
    guard groupMin >= 1 else { throw .invalidInput }
    self.groupMin = groupMin
  }

  /// Notes what has been published.
  public mutating func add(_ name: String, members: Set<Member>) {
    releases.append((name, members))
  }

  /// What stands against publishing a group; nil when nothing does.
  public func conflict(with query: Set<Member>) -> ReleaseConflict? {
    guard query.count >= groupMin else { return .tooSmall }
    if releases.contains(where: { $0.members == query }) { return nil }
    let common = releases.map { $0.members.intersection(query).count }
    for (release, shared) in zip(releases, common) {
      let (size, other) = (query.count, release.members.count)
      guard shared == min(size, other), isTelling(abs(size - other)) else { continue }
      return .difference(with: release.name)
    }
    for (whole, inWhole) in zip(releases, common) where inWhole == query.count {
      for (part, inPart) in zip(releases, common) where inPart == 0 && !part.members.isEmpty {
        let rest = whole.members.count - query.count - part.members.count
        guard isTelling(rest), part.members.isSubset(of: whole.members) else { continue }
        return .remainder(of: whole.name, without: part.name)
      }
    }
    return nil
  }

  private func isTelling(_ people: Int) -> Bool { people > 0 && people < groupMin }
}
