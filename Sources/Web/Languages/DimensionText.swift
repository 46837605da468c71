import Kernel

/// Where answers come from, in people's words.
extension Catalogue {
  /// What people call a dimension; a business's own attributes go by their own names.
  package func dimension(_ name: String) -> String {
    has("overview.dimension.\(name)") ? self["overview.dimension.\(name)"] : name
  }

  /// The same for many of them: “Branches”.
  package func dimensions(_ name: String) -> String {
    has("overview.dimensions.\(name)") ? self["overview.dimensions.\(name)"] : name
  }

  /// The choice not to narrow a view by a dimension: “All branches”, or, for one of the business's
  /// own, “campaign: all”.
  package func all(of dimension: String) -> String {
    has("overview.dimensions.\(dimension)")
      ? text("overview.all_of", ["dimensions": dimensions(dimension)])
      : text("overview.all_in", ["dimension": dimension])
  }

  /// A dimension's value: roads have names, languages say their own, all else stands for itself.
  package func value(_ value: String, of dimension: String) -> String {
    if value.isEmpty { return self["overview.not_given"] }
    switch dimension {
    case "channel":
      return has("overview.channel.\(value)") ? self["overview.channel.\(value)"] : value
    case "language": return Language(rawValue: value)?.ownName ?? value
    default: return value
    }
  }
}
