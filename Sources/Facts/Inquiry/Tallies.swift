package import CXMetrics
package import Kernel

/// Where a group stands on one axis.
package enum GroupKey: Hashable, Sendable {
  case dimension(DimensionValue)

  /// The first day of a week, month, quarter or year, or the day itself.
  case starting(Day)
}

/// The answer to an inquiry: how many answers gave each number of points, group by group.
package struct Tallies: Sendable {
  package struct Group: Sendable {
    /// One place on each axis.
    let places: InlineArray<3, Int32>

    /// By points. Sums of signs, and never below 0 in a ledger that only takes back what it gave.
    let counts: InlineArray<11, Int32>

    package var tally: Tally<11> {
      var tally = Tally<11>()
      for points in counts.indices { tally.add(points, times: Int(counts[points])) }
      return tally
    }
  }

  /// The keys that occur or could have, in the order of the inquiry's groupings: days ascend,
  /// values come in the order they were first met.
  package let axes: [[GroupKey]]

  /// Groups with at least one answer, in the order of the axes, the last running fastest.
  package let groups: [Group]

  package func keys(of group: Group) -> [GroupKey] {
    axes.indices.map { axes[$0][Int(group.places[$0])] }
  }

  /// The place of a group on one axis, an index into `axes[axis]`.
  package func place(of group: Group, on axis: Int) -> Int { Int(group.places[axis]) }

  /// All groups together.
  package var total: Tally<11> {
    groups.reduce(into: Tally<11>()) { $0.merge($1.tally) }
  }
}
