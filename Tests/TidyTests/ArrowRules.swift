/// Which way dependencies may point: docs/architecture.md, as a table.
enum ArrowRules {
  /// What each target may import of ours and of others. A new target starts with its line here.
  static let allowed: [String: Set<String>] = [
    "Kernel": [],
    "CXMetrics": [],
    "CXText": ["CXMetrics"],
    "CZlib": [],
    "CPostgres": [],
    "CQRCode": [],
    "CXLSX": [],
    "Tabular": ["Kernel", "CZlib", "CXLSX", "_Builtin_intrinsics"],
    "Storage": ["Kernel", "CPostgres", "Crypto", "GRDB", "GRDBSQLite", "Logging"],
    "StorageTesting": ["Kernel", "CPostgres", "Storage", "Logging"],
    "FuzzTesting": ["Kernel", "CXMetrics", "CXText", "CZlib", "Tabular", "Measure"],
    "Facts": ["Kernel", "CXMetrics", "Storage", "Logging"],
    "Web": web.union(["Kernel", "CXMetrics", "CQRCode", "CZlib", "ServiceLifecycle"]),
    "Access": web.union(outside).union(["Kernel", "Storage", "Web"]),
    "Listen": web.union(outside).union(belowCapabilities),
    "Measure": web.union(outside).union(belowCapabilities).union(["Listen"]),
    "Understand": web.union(outside).union(belowCapabilities)
      .union(["CXText", "Listen", "Measure"]),
    "touchstone": web.union(outside).union(belowCapabilities)
      .union(["Listen", "Measure", "Understand", "ServiceLifecycle", "UnixSignals"]),
    "embed-templates": [],
  ]

  private static let web: Set<String> = [
    "Hummingbird", "HummingbirdCore", "HTTPTypes", "Logging", "Mustache", "NIOCore",
  ]
  private static let outside: Set<String> = [
    "ArgumentParser", "AsyncHTTPClient", "Crypto", "CryptoExtras",
  ]
  private static let belowCapabilities: Set<String> = [
    "Kernel", "CXMetrics", "Tabular", "Storage", "Facts", "Web", "Access",
  ]

  /// What comes with the language, and is therefore nobody's layer.
  static let ofTheLanguage: Set<String> = [
    "Foundation", "FoundationEssentials", "Synchronization", "Dispatch", "Glibc", "Musl",
    "Darwin", "Testing",
  ]

  static func complaints(about file: HouseFile) -> [String] {
    guard let target = file.target else { return [] }
    guard let allowed = allowed[target] else {
      return [
        "\(file.path): target \(target) has no line in Tests/TidyTests/ArrowRules.swift; add it"
      ]
    }
    return file.imports.filter { !allowed.contains($0) && !ofTheLanguage.contains($0) }.map {
      """
      \(file.path): \(target) may not import \($0). Arrows never point backwards: move the code to \
      a target that may, or let the lower one write an event that the higher one's job reads
      """
    }
  }
}
