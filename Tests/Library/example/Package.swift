// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "example",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "touchstone", path: "../../..")],
  targets: [
    .executableTarget(
      name: "figures",
      dependencies: [.product(name: "CXMetrics", package: "touchstone")]
    ),
    .executableTarget(
      name: "feelings",
      dependencies: [.product(name: "CXText", package: "touchstone")]
    ),
  ]
)
