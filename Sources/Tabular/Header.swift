/// The names of a file's columns, in the file's own order.
package struct Header: Hashable, Sendable {
  package let names: [String]

  init(names: [String]) { self.names = names }

  package var count: Int { names.count }

  /// What is odd about the names, in words; columns without a name are still columns.
  package var oddities: [String] {
    var seen: [String: Int] = [:]
    for name in names { seen[name, default: 0] += 1 }
    var told: Set<String> = []
    return names.enumerated().compactMap { index, name in
      if name.isEmpty { return "column \(index + 1) has no name" }
      guard let times = seen[name], times > 1, told.insert(name).inserted else { return nil }
      return "\(times) columns are named “\(name)”"
    }
  }

  /// The place of the one column of that name.
  package func column(named name: String) throws(UnknownColumn) -> Int {
    let places = names.indices.filter { names[$0] == name }
    guard places.count == 1 else {
      throw UnknownColumn(name: name, times: places.count, names: names)
    }
    return places[0]
  }

  /// A column was asked for that a file does not have, or has more than once.
  package struct UnknownColumn: Error, Hashable, Sendable, CustomStringConvertible {
    let name: String
    let times: Int
    let names: [String]

    package var description: String {
      let known = names.filter { !$0.isEmpty }.map { "“\($0)”" }.joined(separator: ", ")
      return times == 0
        ? "there is no column “\(name)”; the columns are \(known)"
        : "\(times) columns are named “\(name)”; give them names of their own. "
          + "The columns are \(known)"
    }
  }
}
