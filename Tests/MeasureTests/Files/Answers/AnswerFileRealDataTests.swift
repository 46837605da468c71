import CXMetrics
import Foundation
import Kernel
import Testing

@testable import Measure

/// Figures of other people's files, as NumPy, SciPy and pandas find them.
@Suite(.enabled(if: RealData.folder != nil, "skipped: TOUCHSTONE_DATA not found"))
struct AnswerFileRealDataTests {
  private func isClose(_ value: Double?, _ expected: Double) -> Bool {
    abs((value ?? .infinity) - expected) < 5e-4
  }

  @Test func `the kiosks' 24 pairs give the gaps of their eight dimensions`() throws {
    var question = GapQuestion()
    let names = [
      "usefulness", "playfulness", "control", "economy", "personalization", "convenience",
      "security", "tangibles",
    ]
    question.dimensions = names.enumerated().map { place, name in
      (name: name, items: Array((3 * place + 1)...(3 * place + 3)))
    }
    let path = RealData.path("kiosk_servqual/servqual_194.csv.gz")
    let json = try GapFile(path, question).json
    #expect(json["n_overall"] == 194 && json["missing"] == 0 && json["invalid"] == 0)
    let expected = [
      ("usefulness", -0.6684, -0.7918, -0.545, 0.6657),
      ("playfulness", 0.0601, -0.1044, 0.2247, 0.7173),
      ("security", -1.8093, -2.0016, -1.617, 0.8485),
      ("tangibles", -1.134, -1.311, -0.9571, 0.5042),
    ]
    for (name, mean, low, high, alpha) in expected {
      let figures = json["dimensions"]?[name]
      #expect(isClose(figures?["mean"]?.number, mean))
      #expect(isClose(figures?["low"]?.number, low) && isClose(figures?["high"]?.number, high))
      #expect(isClose(figures?["alpha_gap"]?.number, alpha))
    }
    #expect(throws: WrongUsage.self) { try GapFile(path, GapQuestion()) }
  }

  @Test func `the mobile customers' drivers have the known weights`() throws {
    let names = ["IMAG1", "IMAG2", "IMAG3", "PERQ1", "PERQ2", "PERV1", "PERV2", "CUSA1"]
    let question = DriverQuestion(outcome: "CUSL3", drivers: names)
    let found = try DriverFile(RealData.path("ecsi_mobi/mobi.csv.gz"), question)
    #expect(found.found.count == 250 && isClose(found.found.rSquared, 0.400832))
    let relative = [8.2171, 4.6127, 5.8101, 13.6209, 9.0885, 9.5182, 23.5114, 25.6211]
    let shapley = [7.9486, 4.5952, 5.1513, 14.4837, 8.6466, 9.1532, 24.3877, 25.6337]
    for (driver, weights) in zip(found.found.drivers, zip(relative, shapley)) {
      #expect(isClose(driver.relativeWeightPercent, weights.0))
      #expect(isClose(driver.shapleyPercent, weights.1))
    }
  }

  @Test func `the mobile company's image is a scale of the known reliability`() throws {
    let items = (1...5).map { "IMAG\($0)" }
    let path = RealData.path("ecsi_mobi/mobi.csv.gz")
    let alpha = try AlphaFile(path, NamedNumbers(columns: items), confidence: .standard).alpha
    #expect(isClose(alpha.value, 0.71444680))
    #expect(isClose(alpha.interval?.low, 0.6543960) && isClose(alpha.interval?.high, 0.7668213))
  }
}
