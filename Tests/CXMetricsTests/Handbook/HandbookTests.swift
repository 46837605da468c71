import CXMetrics
import Foundation
import Testing

/// `docs/metrics.md` says what every figure of the library is, and its examples hold.
struct HandbookTests {
  static let project = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let place = project.appending(path: "docs/metrics.md")

  @Test(arguments: Handbook.parts)
  func `every figure gives its worked examples`(part: Handbook) {
    for figure in part.figures {
      #expect(!figure.examples.isEmpty, "\(figure) has no example")
      for example in figure.examples {
        let faults = example.faults()
        #expect(faults.isEmpty, "\(figure), \(faults.joined(separator: "; "))")
      }
    }
  }

  @Test func `the handbook says what the figures are today`() throws {
    let text = try HandbookText(sources: Self.project.appending(path: "Sources/CXMetrics")).text
    if ProcessInfo.processInfo.environment["TOUCHSTONE_RENEW"] == "1" {
      try text.write(to: Self.place, atomically: true, encoding: .utf8)
    }
    let kept = try? String(contentsOf: Self.place, encoding: .utf8)
    #expect(
      kept == text,
      """
      docs/metrics.md is stale. Renew it, read it, commit it: \
      TOUCHSTONE_RENEW=1 swift test --filter HandbookTests
      """
    )
  }

  @Test func `a figure that has examples has a chapter`() throws {
    let sources = try SourceComments(folder: Self.project.appending(path: "Sources/CXMetrics"))
    let chapters = Set(Handbook.parts.flatMap(\.figures).map { "\($0)" })
    #expect(sources.typesWithExamples.subtracting(chapters).isEmpty)
  }

  @Test func `an example that does not hold is found`() {
    let wrong = MetricExample("two", gives: ["value": 3, "low": nil]) { [2, nil] }
    #expect(wrong.faults() == ["two: value is 2.0, not 3.0"])
    let refused = MetricExample("none", refuses: .noData) { [1] }
    #expect(refused.faults().count == 1)
    let otherwise = MetricExample("none", gives: ["value": 1]) { () throws(MetricRefusal) in
      throw .noData
    }
    #expect(otherwise.faults() == ["none: refused as no_data"])
  }
}
