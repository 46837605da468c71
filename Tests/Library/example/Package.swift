// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "example",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "touchstone", path: "../../..")],
  targets: [
    .executableTarget(
      name: "example",
      dependencies: [.product(name: "CXMetrics", package: "touchstone")]
    )
  ]
)
