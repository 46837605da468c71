import CXMetrics
import Kernel
import Testing
import Web

@testable import Measure

struct OverviewRequestTests {
  private func request(_ query: String) -> OverviewRequest {
    OverviewRequest(FormFields(urlEncoded: query.utf8) ?? FormFields([]))
  }

  @Test(arguments: [
    "", "measure=nps", "measure=nps&scale=1-10", "measure=csat&scale=1-5", "period=last-quarter",
    "from=2026-01-01&to=2026-03-31", "against=none", "against=year-before", "by=campaign",
    "where=unit%3AOld%20Market&where=unit%3AHarbour&where=channel%3Aweb",
    "measure=mean&scale=1-5&survey=abc&question=speed&period=all-time",
    "where=unit%3A%D8%B4%D8%B9%D8%A8%D9%87%20%26%20%D8%A7%D9%88%D9%84",
  ])
  func `a view's address opens the same view`(query: String) {
    let view = request(query)
    #expect(view.faults.isEmpty)
    #expect(request(view.query) == view.with { $0.typedDays = request(view.query).typedDays })
    #expect(request(view.query).query == view.query)
  }

  @Test func `one field may hold measure, scale and question together`() {
    let view = request("measure=mean:1-7:tok_en-1:speed")
    #expect(view.measure == (try? .mean(ScoreScale(1, 7))))
    #expect(view.survey == "tok_en-1" && view.key == "speed")
    #expect(request("measure=nps:1-10").measure == .netPromoterScore(.oneToTen))
  }

  @Test func `a period that ends before it starts is named and the rest stays`() {
    let view = request("from=2026-11-03&to=2026-10-01&by=unit&where=unit:Harbour")
    #expect(view.faults == [.init(field: "to", text: "2026-10-01", reason: "before")])
    #expect(view.period == .named(.last90Days) && view.chosenDimension == "unit")
    #expect(view.filters == [.init(dimension: "unit", values: ["Harbour"])])
    #expect(view.typedDays == .init(from: "2026-11-03", to: "2026-10-01"), "as it was typed")
  }

  @Test(arguments: [
    ("period=yesteryear", "period"), ("against=rivals", "against"), ("measure=joy", "measure"),
    ("measure=:", "measure"), ("where=nothing", "where"), ("where=:x", "where"),
    ("from=2026-02-30&to=2026-03-01", "from"), ("from=2026-02-01&to=soon", "to"),
  ])
  func `what is not understood is named and left out`(query: String, field: String) {
    #expect(request(query).faults.map(\.field) == [field])
  }

  @Test func `the last day that is typed counts`() throws {
    let view = request("from=2026-01-01&to=2026-01-31")
    let today = try #require(Day("2026-11-23"))
    #expect(view.period(today: today, .iso)?.length == 31)
    let before = try #require(view.comparison(today: today, .iso))
    #expect(before.end == Day("2026-01-01") && before.length == 31)
  }

  @Test func `ten thousand characters do not come back`() {
    let long = String(repeating: "x", count: 10_000)
    let view = request("by=\(long)&where=\(long):y&measure=\(long)")
    #expect(view.chosenDimension?.count ?? 0 <= 40)
    #expect(view.faults.allSatisfy { $0.text.count <= 40 })
  }
}
