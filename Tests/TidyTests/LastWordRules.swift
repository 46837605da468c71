/// The last word of a file's name says its layer, and the layer what it may import.
enum LastWordRules {
  /// The layers that may import each module that belongs to a layer; modules not named here are
  /// free. Rows, batches, recorders (which queue writes) and directories (which remember reads) are
  /// a store's parts, requests and problems a route's, a look (its style sheets) a page's. A schema
  /// holds migrations; commands open the store they work on, but hold no SQL. Stores write
  /// the audit trail's lines within the change they tell of.
  static let layers: [String: Set<String>] = [
    "GRDB": [],
    "GRDBSQLite": [],
    "CPostgres": [],
    "Storage": [
      "Store", "Row", "Batch", "Recorder", "Directory", "Schema", "Jobs", "Commands",
    ],
    "Hummingbird": ["Routes", "Request", "Requests", "Problems"],
    "HummingbirdCore": ["Routes", "Request", "Requests", "Problems"],
    "HTTPTypes": ["Routes", "Request", "Requests", "Problems"],
    "NIOCore": ["Routes", "Request", "Requests", "Problems"],
    "Web": ["Routes", "Request", "Requests", "Problems", "Pages", "Look"],
    "Mustache": ["Pages"],
    "Access": ["Routes", "Pages", "Commands", "Store"],
    "ArgumentParser": ["Commands"],
    "AsyncHTTPClient": ["Client"],
  ]

  /// Kits are a layer each, and the executable composes all of them.
  static let exempt: Set<String> = [
    "Kernel", "CXMetrics", "Tabular", "Storage", "StorageTesting", "FuzzTesting", "Facts", "Web",
    "touchstone", "embed-templates",
  ]

  /// The gate in front of every route is HTTP through and through.
  static let exemptFolders = ["Sources/Access/Gate/"]

  static func complaints(about file: HouseFile) -> [String] {
    if exemptFolders.contains(where: file.path.hasPrefix) { return [] }
    guard let target = file.target, !exempt.contains(target), file.name != target else { return [] }
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
