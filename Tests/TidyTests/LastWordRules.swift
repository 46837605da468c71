/// The last word of a file's name says its layer, and the layer what it may import.
enum LastWordRules {
  /// The layers that may import each module that belongs to a layer; modules not named here are
  /// free. A schema holds migrations; commands open the store they work on, but hold no SQL.
  static let layers: [String: Set<String>] = [
    "GRDB": [],
    "GRDBSQLite": [],
    "CPostgres": [],
    "Storage": ["Store", "Schema", "Jobs", "Commands"],
    "Hummingbird": ["Routes"],
    "HummingbirdCore": ["Routes"],
    "HTTPTypes": ["Routes"],
    "NIOCore": ["Routes"],
    "Web": ["Routes", "Pages"],
    "Mustache": ["Pages"],
    "Access": ["Routes", "Pages", "Commands"],
    "ArgumentParser": ["Commands"],
    "AsyncHTTPClient": ["Client"],
  ]

  /// Kits are a layer each, and the executable composes all of them.
  static let exempt: Set<String> = [
    "Kernel", "CXMetrics", "Tabular", "Storage", "StorageTesting", "Facts", "Web", "touchstone",
    "embed-templates",
  ]

  /// The gate wraps every route of every capability: it is a kit within a kit.
  static let exemptFolder = "Sources/Access/Gate/"

  static func complaints(about file: HouseFile) -> [String] {
    guard let target = file.target, !exempt.contains(target), file.name != target,
      !file.path.hasPrefix(exemptFolder)
    else { return [] }
    return file.imports.compactMap { module in
      guard let layers = layers[module], !layers.contains(file.lastWord) else { return nil }
      let homes = layers.sorted().map { "…\($0).swift" }.joined(separator: ", ")
      return """
        \(file.path): a file that ends in \(file.lastWord) may not import \(module). \
        \(homes.isEmpty ? "Go through Storage" : "Move that part to a file named \(homes)")
        """
    }
  }
}
