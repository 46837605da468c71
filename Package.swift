// swift-tools-version: 6.3
import PackageDescription

// Arrows, never backwards (docs/architecture.md):
// CXMetrics ← CXText; Kernel, CXMetrics, Tabular ← Storage ← Facts; Web beside them;
// {Storage, Web} ← Access ← Listen ← Measure ← Understand ← touchstone.
let package = Package(
  name: "touchstone",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "touchstone", targets: ["touchstone"]),
    .library(name: "CXMetrics", targets: ["CXMetrics"]),
    .library(name: "CXText", targets: ["CXText"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // ── pure libraries ──
    .target(name: "Kernel", swiftSettings: house),
    .target(name: "CXMetrics", swiftSettings: house),
    .target(name: "CXText", dependencies: ["CXMetrics"], swiftSettings: house),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CPostgres", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CQRCode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CXLSX", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "Tabular", dependencies: ["Kernel", "CZlib", "CXLSX"], swiftSettings: house),

    // ── kits, which know no customer ──
    .target(
      name: "Storage",
      dependencies: [
        "Kernel", "CPostgres",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: house
    ),
    .target(name: "Facts", dependencies: ["Kernel", "CXMetrics", "Storage"], swiftSettings: house),
    .target(
      name: "Web",
      dependencies: [
        "Kernel", "CXMetrics", "CQRCode", "CZlib",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: house,
      plugins: ["EmbedTemplates"]
    ),
    .target(
      name: "Access",
      dependencies: [
        "Kernel", "Storage", "Web",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      swiftSettings: house,
      plugins: ["EmbedTemplates"]
    ),

    // ── capabilities, named by what the business does ──
    .target(
      name: "Listen",
      dependencies: [
        "Kernel", "CXMetrics", "Tabular", "Storage", "Facts", "Web", "Access",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: house,
      plugins: ["EmbedTemplates"]
    ),
    .target(
      name: "Measure",
      dependencies: [
        "Kernel", "CXMetrics", "Tabular", "Storage", "Facts", "Web", "Access", "Listen",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: house,
      plugins: ["EmbedTemplates"]
    ),
    .target(
      name: "Understand",
      dependencies: [
        "Kernel", "CXMetrics", "CXText", "Tabular", "Web", "Access", "Listen", "Measure",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house
    ),
    .executableTarget(
      name: "touchstone",
      dependencies: [
        "Kernel", "Storage", "Facts", "Web", "Access", "Listen", "Measure", "Understand",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: house,
      plugins: ["EmbedTemplates"]
    ),

    // ── the build's own ──
    .executableTarget(name: "embed-templates", swiftSettings: house),
    .plugin(
      name: "EmbedTemplates",
      capability: .buildTool(),
      dependencies: ["embed-templates"]
    ),

    // ── what ./bench runs ──
    .executableTarget(
      name: "bench-ingest",
      dependencies: [
        "Kernel", "Web", "Access", "Listen",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      path: "Benchmarks/Ingest",
      exclude: ["survey.json"],
      swiftSettings: house
    ),
    .executableTarget(
      name: "bench-loyalty",
      dependencies: ["CXMetrics"],
      path: "Benchmarks/Loyalty",
      swiftSettings: house
    ),
    .executableTarget(
      name: "bench-figures",
      dependencies: ["Kernel", "CXMetrics", "Facts"],
      path: "Benchmarks/Figures",
      swiftSettings: house
    ),
    .executableTarget(
      name: "bench-drivers",
      dependencies: ["CXMetrics"],
      path: "Benchmarks/Drivers",
      swiftSettings: house
    ),
    .executableTarget(
      name: "bench-text",
      dependencies: ["CXText"],
      path: "Benchmarks/Text",
      swiftSettings: house
    ),
    .executableTarget(
      name: "bench-fuzz",
      dependencies: ["FuzzTesting"],
      path: "Benchmarks/Fuzz",
      swiftSettings: house
    ),

    // ── proof ──
    .target(
      name: "StorageTesting",
      dependencies: ["Storage", .product(name: "Logging", package: "swift-log")],
      swiftSettings: house
    ),
    .target(
      name: "FuzzTesting",
      dependencies: ["Kernel", "CXMetrics", "CXText", "CZlib", "Tabular", "Measure"],
      swiftSettings: house
    ),
    .testTarget(
      name: "FuzzTests",
      dependencies: ["FuzzTesting"],
      swiftSettings: house
    ),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Kernel", "Storage", "StorageTesting", .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: house
    ),
    .testTarget(
      name: "FactsTests",
      dependencies: ["Kernel", "CXMetrics", "Storage", "StorageTesting", "Facts"],
      swiftSettings: house
    ),
    .testTarget(name: "TidyTests", dependencies: ["Kernel"], swiftSettings: house),
    .testTarget(name: "EmbedTests", dependencies: ["embed-templates"], swiftSettings: house),
    .testTarget(
      name: "ListenTests",
      dependencies: [
        "Access", "CXMetrics", "Facts", "Kernel", "Listen", "Storage", "StorageTesting", "Tabular",
        "Web", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      swiftSettings: house
    ),
    .testTarget(name: "KernelTests", dependencies: ["Kernel"], swiftSettings: house),
    .testTarget(
      name: "TabularTests",
      dependencies: ["Kernel", "CZlib", "Tabular"],
      swiftSettings: house
    ),
    .testTarget(name: "CXMetricsTests", dependencies: ["CXMetrics"], swiftSettings: house),
    .testTarget(
      name: "CXTextTests",
      dependencies: ["CXText", "CXMetrics"],
      swiftSettings: house
    ),
    .testTarget(
      name: "MeasureTests",
      dependencies: [
        "Kernel", "CXMetrics", "Tabular", "Measure",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house
    ),
    .testTarget(
      name: "UnderstandTests",
      dependencies: ["Kernel", "CXMetrics", "CXText", "Tabular", "Understand"],
      swiftSettings: house
    ),
    .testTarget(
      name: "AccessTests",
      dependencies: [
        "Access", "Kernel", "Storage", "StorageTesting", "Web",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      swiftSettings: house
    ),
    .testTarget(
      name: "HouseTests",
      dependencies: [
        "touchstone", "Access", "Facts", "Kernel", "StorageTesting", "Web",
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      swiftSettings: house
    ),
    .testTarget(
      name: "WebTests",
      dependencies: [
        "Kernel", "Web", .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: house
    ),
  ]
)

var house: [SwiftSetting] {
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
  ]
}
