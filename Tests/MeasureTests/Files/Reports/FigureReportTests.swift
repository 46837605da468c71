import Kernel
import Testing

@testable import Measure

/// A report says the same in a terminal and on a page.
struct FigureReportTests {
  private static let report = FigureReport(
    finding: "Half of the customers <agree>.",
    source: "answers.csv, 12 rows",
    headline: FigureReport.Headline(
      label: "Agreement",
      value: "50 %",
      sentence: "Between 25 % and 75 %, 12 answers.",
      isLowBase: true
    ),
    parts: [
      FigureReport.Part(
        title: "By branch",
        note: "Few answers each.",
        table: FigureReport.Table(
          columns: [.init(name: "branch", isNumber: false), .init(name: "share")],
          rows: [["Chợ Lớn", "100 %"], ["North & South", "5 %"]],
          more: "and 3 more"
        ),
        method: "Wilson, 1927."
      )
    ]
  )

  @Test func `a terminal gets the finding and tables laid out`() {
    #expect(
      Self.report.text == """
        Half of the customers <agree>.

        answers.csv, 12 rows

        Agreement: 50 %. Between 25 % and 75 %, 12 answers.

        By branch
        ─────────
        Few answers each.
        branch         share
        Chợ Lớn        100 %
        North & South    5 %
        and 3 more

        """
    )
  }

  @Test func `a page says the same, safely, with heads in order`() {
    let page = FigureReportPage.document([Self.report, Self.report], in: .persian)
    #expect(page.contains("<h1>Half of the customers &lt;agree&gt;.</h1>"))
    #expect(page.contains("<td class=\"\"><bdi>North &amp; South</bdi></td>"))
    #expect(page.contains("<td class=\"n\"><bdi>5 %</bdi></td>"))
    #expect(page.contains("پاسخ کم"))
    #expect(page.contains("<h2 id=\"report1-1\">By branch</h2>"))
    #expect(page.contains("<h3 id=\"report2-1\">By branch</h3>"))
    #expect(page.split(separator: "<h1").count == 2)
  }

  @Test func `no report at all is still a page`() {
    #expect(FigureReportPage.document([], in: .english).contains("<main"))
  }
}
