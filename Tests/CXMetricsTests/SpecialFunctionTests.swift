import CXMetrics
import Foundation
import Testing

struct SpecialFunctionTests {
  @Test(arguments: SpecialFunction.allCases)
  func `gives the values of independent software`(function: SpecialFunction) throws {
    let references = try Reference.table.filter { $0.function == function.rawValue }
    #expect(!references.isEmpty)
    for reference in references {
      let value = try function.value(at: reference.arguments)
      let distance = abs(value - reference.value)
      #expect(
        distance <= 1e-12 + 1e-9 * abs(reference.value),
        "\(function.rawValue)\(reference.arguments) gives \(value), not \(reference.value)"
      )
    }
  }

  @Test(arguments: SpecialFunction.allCases)
  func `refuses the wrong number of arguments`(function: SpecialFunction) {
    #expect(throws: MetricRefusal.invalidInput) { try function.value(at: []) }
    #expect(throws: MetricRefusal.invalidInput) {
      try function.value(at: Array(repeating: 0.5, count: function.parameters.count + 1))
    }
  }

  @Test(arguments: [
    (SpecialFunction.normalQuantile, [1.0]), (.normalQuantile, [-0.1]), (.tQuantile, [0.3, -1]),
    (.tCDF, [1, 0]), (.fQuantile, [1.5, 2, 3]), (.regularizedBeta, [0.5, 0, 1]),
    (.binomialCDF, [1, 5, 1.1]), (.poissonCDF, [1, -2]), (.negativeBinomialCDF, [1, 0, 0.5]),
    (.hypergeometric2F1, [1, 1, 1, 1]), (.hypergeometric2F1, [1, 2, 3, 1.5]),
    (.tricomiU, [1, 1, 0]),
  ])
  func `refuses what has no finite value`(function: SpecialFunction, arguments: [Double]) {
    #expect(throws: MetricRefusal.invalidInput) { try function.value(at: arguments) }
  }

  @Test func `shapes beyond all reason are answered at once`() {
    let time = ContinuousClock().measure {
      // With endless degrees of freedom above, F is 44 over a χ² of 44.
      let limit = 44 / GammaDistribution(shape: 22).quantile(0.025) / 2
      #expect(abs(FDistribution(1.57e200, 44).quantile(0.975) / limit - 1) < 1e-9)
      #expect(NegativeBinomialDistribution(size: 1.5e200, p: 0.9).cdf(3) == 0)
    }
    #expect(time < .seconds(10))
  }

  @Test(arguments: [1e-9, 0.01, 0.2, 0.5, 0.7, 0.99], [0.3, 1, 2, 6.5, 80, 2000])
  func `quantiles undo distribution functions`(p: Double, shape: Double) {
    let gamma = GammaDistribution(shape: shape)
    #expect(abs(gamma.cdf(gamma.quantile(p)) / p - 1) < 1e-9)
    let beta = BetaDistribution(a: shape, b: 3)
    #expect(abs(beta.cdf(beta.quantile(p)) / p - 1) < 1e-8)
    let student = StudentDistribution(degreesOfFreedom: shape)
    #expect(abs(student.cdf(student.quantile(p)) / p - 1) < 1e-9)
  }
}

/// A value found by other software, see the head of the file.
private struct Reference {
  let function: String
  let arguments: [Double]
  let value: Double

  static var table: [Self] {
    get throws {
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "References/special-functions.tsv")
      return try String(contentsOf: file, encoding: .utf8)
        .split(separator: "\n").filter { !$0.hasPrefix("#") }
        .map { line in
          let fields = line.split(separator: "\t")
          return try Self(
            function: String(fields[0]),
            arguments: fields[1].split(separator: " ").map { try #require(Double($0)) },
            value: #require(Double(fields[2]))
          )
        }
    }
  }
}
