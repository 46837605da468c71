import CXMetrics
import Foundation
import Kernel
import Testing

@testable import Measure

/// The guide’s own file of expectations and perceptions, as pandas, NumPy and SciPy measure it.
struct ServiceGuideTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../docs/guide/files/service.csv").standardizedFileURL.path

  private func isClose(_ value: Double?, _ expected: Double, _ tolerance: Double = 6e-5) -> Bool {
    abs((value ?? .infinity) - expected) < tolerance
  }

  @Test func `the guide's gaps are those of pandas`() throws {
    var question = GapQuestion()
    question.points = ["w1", "w2", "w3", "w4", "w5"]
    let json = try GapFile(Self.file, question).json
    let expected = [
      ("tangibles", -0.4653, -0.6485, -0.282, 0.7435),
      ("reliability", -1.4433, -1.629, -1.2576, 0.6955),
      ("responsiveness", -0.9819, -1.1546, -0.8093, 0.6814),
      ("assurance", -0.4667, -0.6396, -0.2938, 0.6197),
      ("empathy", -0.8633, -1.0318, -0.6949, 0.7062),
    ]
    for (name, mean, low, high, alpha) in expected {
      let figures = json["dimensions"]?[name]
      #expect(isClose(figures?["mean"]?.number, mean), "\(name)")
      #expect(isClose(figures?["low"]?.number, low) && isClose(figures?["high"]?.number, high))
      #expect(isClose(figures?["alpha_gap"]?.number, alpha))
    }
    #expect(isClose(json["overall_weighted"]?.number, -0.97571944, 1e-7))
    #expect(isClose(json["overall_weighted_low"]?.number, -1.13329246, 1e-7))
    #expect(isClose(json["overall_unweighted"]?.number, -0.84411111, 1e-7))
    #expect(json["missing"] == 2 && json["n_overall"] == 60 && json["n_own_weights"] == 54)
  }

  @Test func `the guide's drivers are those of NumPy`() throws {
    let names = ["P6", "P8", "P11", "P14", "P21"]
    let found = try DriverFile(Self.file, DriverQuestion(outcome: "overall", drivers: names)).found
    #expect(isClose(found.rSquared, 0.63056192, 1e-7))
    let relative = [40.95, 28.77, 6.72, 22.12, 1.44]
    let shapley = [40.48713987, 28.32021272, 7.30701832, 22.0979019, 1.78772715]
    for (driver, weights) in zip(found.drivers, zip(relative, shapley)) {
      #expect(isClose(driver.relativeWeightPercent, weights.0, 0.006))
      #expect(isClose(driver.shapleyPercent, weights.1, 1e-6))
    }
  }

  @Test func `the guide's alpha is that of SciPy`() throws {
    let items = (5...9).map { "P\($0)" }
    let alpha = try AlphaFile(Self.file, NamedNumbers(columns: items), confidence: .standard).alpha
    #expect(isClose(alpha.value, 0.61470593, 1e-7))
    #expect(isClose(alpha.interval?.low, 0.43572509, 1e-7))
    #expect(isClose(alpha.interval?.high, 0.74975018, 1e-7))
  }

  @Test func `a report recognises the pairs`() async throws {
    let measured = try await ReportFileCommand.measure(Self.file)
    #expect(measured.map(\.kind).contains("servqual"))
  }
}
